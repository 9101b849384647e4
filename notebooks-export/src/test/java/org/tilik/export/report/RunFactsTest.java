// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RunFactsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void onlyWhatIsForThePublicIsTaken() throws Exception {
        JsonNode facts = RunFacts.of(JSON.readTree("""
                {"study": "s", "run_id": "r", "key_id": "secret", "attempt": {"id": "secret"},
                 "tables": [{"name": "restricted/items", "rows": 3}], "java_version": "17",
                 "canonical_study": {"privacy": {"k": 12, "key_id": "secret", "suppression_list": "secret"},
                   "track": {"all": false, "known": ["secret.csv", "b.csv"]}, "audit": "secret"}}
                """));
        assertThat(facts.toString()).doesNotContain("secret", "restricted", "java_version");
        assertThat(facts.path("study_options").path("k").asInt()).isEqualTo(12);
        assertThat(facts.path("study_options").path("track").path("known").asInt())
                .isEqualTo(2);
    }

    @Test
    void hiddenCharactersAreWrittenOutInNamesAndValues() throws Exception {
        JsonNode facts = RunFacts.of(
                JSON.readTree(
                        "{\"title\": \"a\\u202Eb\", \"inputs\": [{\"name\": \"x\\u0000\"}], \"ingest\": {\"rejects\": {\"\\u0007\": 1}}}"));
        assertThat(facts.path("title").asText()).isEqualTo("a⟨U+202E⟩b");
        assertThat(facts.path("inputs").path(0).path("name").asText()).isEqualTo("x⟨U+0000⟩");
        assertThat(facts.path("ingest").path("rejects").has("⟨U+0007⟩")).isTrue();
    }
}
