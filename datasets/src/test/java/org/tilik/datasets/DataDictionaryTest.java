// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
    /** Surefire runs tests in the module's folder, which is {@code datasets/}. */
    private static final Path DATASETS = Path.of("").toAbsolutePath();

    private static final Path DICTIONARY = DATASETS.resolve("DATA_DICTIONARY.md");

    private static final String PLACES = """
            {"type": "record", "name": "places", "doc": "One row per place.", "area": "restricted",
             "key": ["country", "place"],
             "fields": [
               {"name": "country", "type": "string", "doc": "Country.", "unit": "none", "partition": true},
               {"name": "place", "type": "string", "doc": "Name, parts joined by |.", "unit": "none"},
               {"name": "seen_at_utc", "type": ["null", {"type": "long", "logicalType": "timestamp-micros"}],
                "doc": "When it was seen.", "unit": "UTC"},
               {"name": "tags", "type": {"type": "array", "items": "string"}, "doc": "Tags.", "unit": "none"}]}
            """;

    @Test
    void theCommittedDictionarySaysWhatTheSchemasSay() throws IOException {
        String rendered = DataDictionary.render(committedSchemas());
        if ("write".equals(System.getProperty("tilik.dictionary"))) {
            Files.writeString(DICTIONARY, rendered);
        }
        assertThat(DICTIONARY)
                .as("DATA_DICTIONARY.md is not what the schemas say; if the schemas are right, write it again with"
                        + " ./mvnw -pl datasets test -Dtest=DataDictionaryTest -Dtilik.dictionary=write")
                .hasContent(rendered);
    }

    @Test
    void aTableIsDescribedByItsDocKeyAndColumns() {
        assertThat(DataDictionary.render(List.of(PLACES)))
                .contains(
                        "## restricted\n",
                        "### places\n\nOne row per place.\n\nKey: `country`, `place`\n",
                        "| `country` | string, *path* |  |  | Country. |\n",
                        "| `place` | string |  |  | Name, parts joined by \\|. |\n",
                        "| `seen_at_utc` | timestamp | UTC | yes | When it was seen. |\n",
                        "| `tags` | list of string |  |  | Tags. |\n")
                .doesNotContain("## release");
    }

    @Test
    void whatMayBePublishedComesFirstAndTablesFollowTheAlphabet() {
        String areas = PLACES.replace("restricted", "release").replace("places", "zones");
        String villages = PLACES.replace("places", "villages");

        String page = DataDictionary.render(List.of(PLACES, villages, areas));

        assertThat(page).containsSubsequence("## release", "### zones", "## restricted", "### places", "### villages");
        assertThat(page).isEqualTo(DataDictionary.render(List.of(villages, areas, PLACES)));
    }

    @Test
    void aColumnWithoutMeaningIsNamed() {
        assertThatThrownBy(() -> DataDictionary.render(List.of(PLACES.replace("\"Tags.\"", "\" \""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks 'doc'")
                .hasMessageContaining("tags");
    }

    @Test
    void anUnknownAreaIsNamedWithItsTable() {
        assertThatThrownBy(() -> DataDictionary.render(List.of(PLACES.replace("restricted", "attic"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("places")
                .hasMessageContaining("attic");
    }

    private static List<String> committedSchemas() throws IOException {
        List<String> schemas = new ArrayList<>();
        try (Stream<Path> files = Files.list(DATASETS.resolve("schemas"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".avsc")).toList()) {
                schemas.add(Files.readString(file));
            }
        }
        return schemas;
    }
}
