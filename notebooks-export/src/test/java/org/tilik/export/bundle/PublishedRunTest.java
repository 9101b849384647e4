// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.export.RunRecord;
import org.tilik.export.SyntheticRun;

class PublishedRunTest {
    @TempDir
    private Path temp;

    private JsonNode published(SyntheticRun run) throws IOException {
        run.save();
        return PublishedRun.of(RunRecord.read(run.folder().resolve("run.json")), Optional.empty());
    }

    @Test
    void idsOfKeysAndListsOfPeopleAreLeftOut() throws IOException {
        SyntheticRun run = SyntheticRun.in(temp);
        run.run()
                .withObject("/canonical_study/privacy")
                .putObject("suppression_list")
                .put("name", "people-who-asked.csv")
                .put("sha256", "ffff");

        assertThat(published(run).toString()).doesNotContain("aefa7465", "key_id", "suppression", "people-who-asked");
        assertThat(published(run).at("/canonical_study/privacy/k").asInt()).isEqualTo(10);
    }

    @Test
    void ofWholePathsAndAddressesTheLastPartStays() throws IOException {
        SyntheticRun run = SyntheticRun.in(temp);
        ObjectNode input = (ObjectNode) run.run().at("/inputs/0");

        for (String whole : new String[] {
            "/home/alice/secret/dump.zst",
            "s3://bucket-of-alice/x/dump.zst",
            "C:\\Users\\alice\\dump.zst",
            "file:/home/alice/dump.zst",
            "~/alice/dump.zst"
        }) {
            input.put("name", whole);
            assertThat(published(run).at("/inputs/0/name").asText()).isEqualTo("dump.zst");
            assertThat(published(run).toString()).doesNotContain("alice");
        }
        input.put("name", "../dumps/dump.zst");
        assertThat(published(run).at("/inputs/0/name").asText()).isEqualTo("../dumps/dump.zst");
    }

    @Test
    void theTitleIsNoPath() throws IOException {
        SyntheticRun run = SyntheticRun.in(temp);
        run.run().put("title", "~20 posts/day");
        run.run().withObject("/canonical_study").put("title", "~20 posts/day");

        assertThat(published(run).findValuesAsText("title")).containsExactly("~20 posts/day", "~20 posts/day");
    }

    @Test
    void ofSectionsThatNobodyHasLookedAtOnlyNumbersPass() throws IOException {
        SyntheticRun run = SyntheticRun.in(temp);
        run.run()
                .putObject("of_a_later_version")
                .put("n", 3)
                .put("account", "alice")
                .putObject("deep")
                .put("text", "alice");
        run.run().put("error", "failed at /home/alice");

        assertThat(published(run).at("/of_a_later_version").toString()).isEqualTo("{\"n\":3}");
        assertThat(published(run).toString()).doesNotContain("alice");
    }

    @Test
    void ofTablesThoseThatMayBePublishedAreNamed() throws IOException {
        SyntheticRun run = SyntheticRun.in(temp);
        run.run()
                .withArray("/tables")
                .addObject()
                .put("name", "restricted/items")
                .put("rows", 7);
        run.run()
                .withArray("/tables")
                .addObject()
                .put("name", "release/rejects")
                .put("rows", 2);

        assertThat(published(run).path("tables").toString())
                .contains("release/rejects")
                .doesNotContain("restricted");
    }

    @Test
    void timesAreThoseOfTheRunOrAFixedOneAndTheAttemptIsNotNamed() throws IOException {
        SyntheticRun run = SyntheticRun.in(temp);

        assertThat(published(run).path("attempt").toString())
                .isEqualTo("{\"started_at\":\"2026-01-02T03:04:05Z\",\"finished_at\":\"2026-01-02T03:05:06Z\"}");
        Instant fixed = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(PublishedRun.of(RunRecord.read(temp.resolve("run.json")), Optional.of(fixed))
                        .at("/attempt/finished_at")
                        .asText())
                .isEqualTo("2020-01-01T00:00:00Z");
    }
}
