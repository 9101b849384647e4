// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.followers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.StudyInputException;

class FollowerListTest {
    private static final String HEADER = "platform,account_id,follows_account_id\n";

    private final List<String> pairs = new ArrayList<>();

    private FollowerList.Counts read(byte[] file, String name) {
        return FollowerList.read(
                new ByteArrayInputStream(file),
                name,
                (platform, account, followed) -> pairs.add(platform.id() + " " + account + " " + followed));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Names and contents in turn. */
    private static byte[] tar(String... members) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(packed)) {
            for (int i = 0; i < members.length; i += 2) {
                byte[] content = bytes(members[i + 1]);
                TarArchiveEntry entry = new TarArchiveEntry(members[i]);
                entry.setSize(content.length);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        }
        return packed.toByteArray();
    }

    @Test
    void aCsvNamesFollowerAndFollowedOfAnyPlatform() {
        FollowerList.Counts counts = read(bytes(HEADER + "twitter,12,34\nReddit,anna,bela\n"), "follows.csv");

        assertThat(counts).isEqualTo(new FollowerList.Counts(2, 1, 0));
        assertThat(pairs).containsExactly("twitter 12 34", "reddit anna bela");
    }

    @Test
    void pairsInAnArchiveAreToldByTheirNameAndOtherMembersArePassedOver() throws IOException {
        byte[] archive = gzip(tar(
                "threads/en/event/1/who-follows-whom.dat", "12\t34\n\n56\t12\n",
                "threads/en/event/1/urls.dat", "12\t34\n",
                "threads/en/event/1/structure.json", "{\"1\":[]}",
                "threads/en/event/2/who-follows-whom.dat", "",
                "more/follows.csv", HEADER + "gab,a,b\n"));

        FollowerList.Counts counts = read(archive, "threads.tar.gz");

        assertThat(counts).isEqualTo(new FollowerList.Counts(3, 3, 2));
        assertThat(pairs).containsExactly("twitter 12 34", "twitter 56 12", "gab a b");
    }

    @Test
    void aFileOfPairsIsReadAlone() {
        assertThat(read(gzip(bytes("12\t34\r\n")), "who-follows-whom.dat").pairs())
                .isEqualTo(1);
        assertThat(pairs).containsExactly("twitter 12 34");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    twitter,12      | row 2 is no CSV of 3 cells
                    myspace,12,34   | row 2 names the unknown platform "myspace"
                    ,12,34          | row 2 names no platform
                    twitter,,34     | row 2 has no account_id
                    twitter,12,     | row 2 has no follows_account_id
                    """)
    void aBadRowStopsWithItsFileAndNumber(String row, String complaint) {
        assertThatThrownBy(() -> read(bytes(HEADER + "twitter,1,2\n" + row + "\n"), "follows.csv"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageStartingWith("follows.csv, " + complaint);
    }

    @ParameterizedTest
    @CsvSource({"12 34", "12", "12\t", "\t34", "anna\tbela", "12\t34\t56"})
    void aBadPairStopsWithItsMemberAndNumber(String pair) throws IOException {
        byte[] archive = tar("a/who-follows-whom.dat", "1\t2\n" + pair.replace("\\t", "\t") + "\n");

        assertThatThrownBy(() -> read(archive, "a.tar"))
                .isInstanceOf(StudyInputException.class)
                .hasMessage("a.tar!/a/who-follows-whom.dat, row 2 is no pair of numbers with a tab between them.");
    }

    @Test
    void aFileWithoutAnyListIsAnError() throws IOException {
        byte[] archive = tar("a/urls.dat", "x");
        assertThatThrownBy(() -> read(archive, "a.tar"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageStartingWith(
                        "a.tar holds no list of who follows whom; expected a CSV with the header platform");
        assertThatThrownBy(() -> read(bytes("who,whom\n1,2\n"), "follows.csv"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageContaining("The header has no column platform, account_id, follows_account_id");
    }

    @Test
    void aListThatIsCutShortIsAnError() {
        byte[] whole = gzip(bytes(HEADER + "twitter,1,2\n".repeat(1000)));
        byte[] cut = Arrays.copyOf(whole, whole.length - 12);

        assertThatThrownBy(() -> read(cut, "follows.csv.gz"))
                .isInstanceOf(StudyInputException.class)
                .hasMessageStartingWith("follows.csv.gz");
    }
}
