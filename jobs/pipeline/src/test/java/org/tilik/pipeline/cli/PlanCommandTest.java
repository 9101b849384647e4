// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final int COMMENTS = 20_000;
    private static final long FIRST = 1_717_200_000L;

    @TempDir
    Path temp;

    private String study;

    @BeforeEach
    void files() throws IOException {
        StringBuilder dump = new StringBuilder();
        for (int i = 0; i < COMMENTS; i++) {
            dump.append(String.format(
                    Locale.ROOT,
                    "{\"id\":\"sim%05d\",\"created_utc\":%d,\"retrieved_on\":%d,\"body\":\"a fictional comment of some"
                            + " length, so that a sample of one MiB is not the whole file\",\"link_id\":\"t3_simaa\","
                            + "\"parent_id\":\"t3_simaa\",\"author\":\"sim_author\",\"subreddit\":\"simulated\"}%n",
                    i,
                    FIRST + i,
                    FIRST + i + 60));
        }
        Files.writeString(temp.resolve("RC.json"), dump);
        Files.writeString(temp.resolve("rechecks.csv"), """
                platform,item_id,checked_at,status
                reddit,t1_sim00001,2024-06-03T00:00:00Z,alive
                reddit,t1_sim00000,soon,alive
                """);
        Files.writeString(temp.resolve("notes.txt"), "nothing that is known\n");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        study = temp.resolve("s.yaml").toString();
        write("privacy: {key_file: my.key}\n");
    }

    private void write(String privacy) throws IOException {
        Files.writeString(
                temp.resolve("s.yaml"),
                "study: s\ninputs: [{path: RC.json}, {path: rechecks.csv}, {path: notes.txt}]\ntrack: {all: true}\n"
                        + privacy);
    }

    private JsonNode json() throws IOException {
        CommandRun run = CommandRun.of("plan", study, "--json", "--sample", "1", "--parallelism", "2");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void aSampleInOrderOfTimeIsCarriedForwardToTheWholeFile() throws IOException {
        JsonNode comments = json().at("/inputs/0");

        assertThat(comments.at("/format").textValue()).isEqualTo("reddit");
        assertThat(comments.at("/container").textValue()).isEqualTo("plain text");
        assertThat(comments.at("/basis").textValue()).isEqualTo("extrapolated");
        assertThat(comments.at("/records").asLong()).isBetween((long) (COMMENTS * 0.95), (long) (COMMENTS * 1.05));
        assertThat(comments.at("/from").textValue()).isEqualTo("2024-06-01T00:00:00Z");
        assertThat(comments.at("/until").textValue()).startsWith("2024-06-01T05:");
    }

    @Test
    void aFileThatFitsTheSampleIsCountedExactly() throws IOException {
        JsonNode rechecks = json().at("/inputs/2");

        assertThat(rechecks.at("/name").textValue()).isEqualTo("rechecks.csv");
        assertThat(rechecks.at("/basis").textValue()).isEqualTo("exact");
        assertThat(rechecks.at("/records").asLong()).isEqualTo(2);
        assertThat(rechecks.at("/reject_share").asDouble()).isEqualTo(0.5);
        assertThat(rechecks.at("/until").textValue()).isEqualTo("2024-06-03T00:00:00Z");
    }

    @Test
    void whatIsNotRecognisedIsSaidAndMemoryAndDiskAreGiven() throws IOException {
        CommandRun run = CommandRun.of("plan", study, "--sample", "1", "--parallelism", "2");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("notes.txt     NOT RECOGNISED (plain text, 22 B)")
                .contains("rechecks.csv  recheck (plain text,")
                .contains("50.0 % rejects")
                .contains("memory  2.0 GiB")
                .contains("3 inputs, ");
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void anArchiveIsSampledMemberByMember() throws IOException {
        byte[] rechecks = Files.readAllBytes(temp.resolve("rechecks.csv"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(temp.resolve("all.zip")))) {
            for (String name : new String[] {"RC.json", "rechecks.csv", "notes.txt"}) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(temp.resolve(name), zip);
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(temp.resolve("none.zip")))) {
            zip.putNextEntry(new ZipEntry("rechecks.txt"));
            zip.write(rechecks, 0, 10);
        }
        Files.writeString(temp.resolve("s.yaml"), """
                study: s
                inputs: [{path: all.zip}, {path: none.zip}]
                track: {all: true}
                privacy: {key_file: my.key}
                """);

        JsonNode archive = json().at("/inputs/0");
        CommandRun run = CommandRun.of("plan", study, "--sample", "8", "--parallelism", "2");

        assertThat(archive.at("/container").textValue()).isEqualTo("zip");
        assertThat(archive.at("/format").textValue()).isEqualTo("reddit, recheck");
        assertThat(archive.at("/records").asLong()).isEqualTo(COMMENTS + 3);
        assertThat(run.out()).contains("none.zip  NO DUMP FOUND among the members looked at (zip, ");
    }

    @Test
    void aMissingKeyIsPartOfThePlan() throws IOException {
        write("privacy: {key_file: none.key}\n");
        JsonNode plan = json();

        assertThat(plan.at("/key").textValue()).startsWith("MISSING.").contains("head -c 32 /dev/urandom");
        assertThat(plan.at("/run_id").isNull()).isTrue();
        assertThat(plan.at("/inputs")).hasSize(3);
    }
}
