// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    private static final String COMMENTS = """
            {"id":"a1","created_utc":1717416000,"body":"some words","link_id":"t3_b","author":"x","retrieved_on":1717420000}
            {"id":"a2","created_utc":1717416060,"body":"[removed]","link_id":"t3_b","author":"x","retrieved_on":1717420000}
            {"id":"a3","created_utc":"soon","body":"words","link_id":"t3_b"}
            {"id":"a4",
            """;

    @TempDir
    Path temp;

    private String file(String name, String text) throws IOException {
        return Files.writeString(temp.resolve(name), text).toString();
    }

    @Test
    void aFileIsToldWithItsTimesItsFirstEventsAndWhatCannotBeUsed() throws IOException {
        CommandRun run = CommandRun.of("inspect", file("comments.txt", COMMENTS));

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("reddit (by keys id, created_utc, body, link_id of a Reddit comment)")
                .contains("2 REPLY")
                .contains("1 REMOVAL")
                .contains("2024-06-03T12:00:00Z to 2024-06-03T13:06:40Z")
                .contains("1 as bad_timestamp, first: record 3")
                .contains("1 as malformed_json, first: record 4")
                .contains("t1_a1")
                .contains("cannot be known  removal after the last look")
                .doesNotContain("some words");
    }

    @Test
    void theSameAsJson() throws IOException {
        CommandRun run = CommandRun.of("inspect", file("comments.txt", COMMENTS), "--json", "--events", "1");

        JsonNode file = new ObjectMapper().readTree(run.out()).get(0);
        assertThat(file.at("/formats/0").textValue()).isEqualTo("reddit");
        assertThat(file.get("records").asLong()).isEqualTo(4);
        assertThat(file.at("/primary_events/REPLY").asLong()).isEqualTo(2);
        assertThat(file.at("/derived_events/REMOVAL").asLong()).isEqualTo(1);
        assertThat(file.get("rejects")).hasSize(2);
        assertThat(file.get("first_events")).hasSize(1);
        assertThat(file.at("/first_events/0/time_lo").textValue()).isEqualTo("2024-06-03T12:00:00Z");
        assertThat(file.get("is_whole").booleanValue()).isTrue();
        assertThat(file.at("/notes/0/unknowable").textValue()).startsWith("removal after the last look");
    }

    @Test
    void aFileWithAHeaderAndNoRecordHasItsFormat() throws IOException {
        CommandRun run = CommandRun.of("inspect", file("later.csv", "platform,item_id,checked_at,status\n"));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("recheck (by columns item_id, checked_at, status)");
    }

    @Test
    void aFileOfNoKnownFormatEndsWithOne() throws IOException {
        CommandRun run = CommandRun.of("inspect", file("letter.txt", "Dear reader,\n"));

        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("not recognised").contains("unsupported_record");
    }

    @Test
    void aMissingFileAndAWrongNameAreErrors() {
        assertThat(CommandRun.of("inspect", temp.resolve("none.json").toString())
                        .err())
                .contains("none.json cannot be read");
        assertThat(CommandRun.of("inspect", "x", "--format", "redit").err()).contains("There is no format \"redit\"");
        assertThat(CommandRun.of("inspect", "x", "--platform", "myspace").err()).contains("expected one of twitter");
        assertThat(CommandRun.of("inspect", "x", "--records", "0").err()).contains("from 1");
    }
}
