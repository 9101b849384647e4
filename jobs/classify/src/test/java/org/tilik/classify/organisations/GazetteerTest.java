// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    @Test
    void theShippedGazetteerHasFourInventedOrganisationsInManyLanguages() {
        Gazetteer shipped = FictionalGazetteer.shipped();
        assertThat(shipped.organisations()).hasSize(4).allMatch(o -> o.id().startsWith("sim-"));
        assertThat(shipped.aliases())
                .extracting(OrganisationAlias::language)
                .contains("en", "id", "fr", "ar", "th", "zh");
        assertThat(shipped.aliases()).allMatch(alias -> alias.source().equals("fictional"));
    }

    @Test
    void aRowKeepsItsSourceDayAndConditions() {
        OrganisationAlias alias = FictionalGazetteer.of(
                        "a,Grey Guild,GG,en,list one,2020-02-29,case,guild; harbour ,why\n")
                .aliases()
                .get(0);
        assertThat(alias.organisation()).isEqualTo(new Organisation("a", "Grey Guild"));
        assertThat(alias.listedAt()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(alias.exactCase()).isTrue();
        assertThat(alias.context()).containsExactly("guild", "harbour");
        assertThat(alias.note()).isEqualTo("why");
    }

    @Test
    void columnsMayStandInAnyOrderBehindTabsAndAByteOrderMarkAndOptionalOnesMayBeAbsent() {
        String text =
                "\ufeffalias\torganisation_id\tname\tlanguage\tsource\tlisted_at\n\"Guild, the Grey\"\ta\tA\ten\ts\t2020-01-01\n";
        Gazetteer read = Gazetteer.read("tabs.tsv", new StringReader(text));
        assertThat(read.aliases()).extracting(OrganisationAlias::alias).containsExactly("Guild, the Grey");
        assertThat(OrganisationFinder.of(read).ids("the guild, the grey")).containsExactly("a");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a b,A,Guild,en,s,2020-01-01,,,      | row 2, column organisation_id: found 'a b'; expected 1 to 64 letters
            a,,Guild,en,s,2020-01-01,,,         | row 2, column name: found ''; expected a value
            a,A,!,en,s,2020-01-01,,,            | row 2, column alias: found '!'; expected at least 2 letters
            a,A,港,zh,s,2020-01-01,,,           | row 2, column alias: found '港'; expected at least 2 letters
            a,A,Guild,English,s,2020-01-01,,,   | row 2, column language: found 'English'; expected a code such as en
            a,A,Guild,en,,2020-01-01,,,         | row 2, column source: found ''; expected a value
            a,A,Guild,en,s,01/02/2020,,,        | row 2, column listed_at: found '01/02/2020'; expected a day such as
            a,A,Guild,en,s,2020-01-01,upper,,   | row 2, column match: found 'upper'; expected any, case, or nothing
            a,A,Guild,en,s,2020-01-01,,!;!,     | row 2, column context: found '!;!'; expected words
            a,A,Guild,en,s                      | row 2 has 5 cells; expected 9
            """)
    void aFaultIsNamedWithItsRowItsColumnAndWhatBelongsThere(String row, String message) {
        assertThatThrownBy(() -> FictionalGazetteer.of(row + "\n"))
                .isInstanceOf(GazetteerException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anOrganisationHasOneNameAndEachAliasStandsOnce() {
        assertThatThrownBy(() -> FictionalGazetteer.of("""
                        a,A,Guild,en,s,2020-01-01,,,
                        a,B,League,en,s,2020-01-01,,,
                        """))
                .hasMessageContaining("row 3, column name: 'B', but a was called 'A' before");
        assertThatThrownBy(() -> FictionalGazetteer.of("""
                        a,A,Guild,en,s,2020-01-01,,,
                        a,A,Guild,en,s,2021-01-01,,,
                        """))
                .hasMessageContaining("row 3: 'Guild' of a stands already in test.csv, row 2");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            organisation_id,name,alias,language,source | column listed_at is missing
            organisation_id,organisation_id            | column organisation_id stands twice
            organisation_id,color                      | unknown column 'color'; known are organisation_id
            """)
    void aWrongFirstRowSaysWhichColumn(String header, String message) {
        assertThatThrownBy(() -> Gazetteer.read("test.csv", new StringReader(header + "\n")))
                .isInstanceOf(GazetteerException.class)
                .hasMessageContaining(message);
    }

    @Test
    void filesThatAreEmptyAbsentOrOfAnotherEncodingAreRefusedByName(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> Gazetteer.read(List.of(empty))).hasMessageContaining("empty.csv is empty");
        assertThatThrownBy(() -> Gazetteer.read(List.of(folder.resolve("absent.csv"))))
                .hasMessageContaining("absent.csv could not be read");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "organisation_id,name,alias\nä".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Gazetteer.read(List.of(latin))).hasMessageContaining("latin.csv is not valid UTF-8");
    }

    @Test
    void severalFilesAreOneGazetteer(@TempDir Path folder) throws IOException {
        String header = "organisation_id,name,alias,language,source,listed_at\n";
        Path one = Files.writeString(folder.resolve("one.csv"), header + "a,A,Guild,en,s,2020-01-01\n");
        Path two = Files.writeString(folder.resolve("two.csv"), header + "a,A,Gilde,de,t,2021-01-01\n");
        assertThat(Gazetteer.read(List.of(one, two)).aliases()).hasSize(2);
    }
}
