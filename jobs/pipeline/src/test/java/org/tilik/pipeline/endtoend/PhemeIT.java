// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.ItemRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.table.Table;

/**
 * The PHEME corpus as it lies: one tar in gzip of 8,565 members, most of them a single status each. It holds people's words
 * and so lies beside this repository. The numbers are those that its own description and a count by other means give.
 */
class PhemeIT {
    private static final Path CORPUS =
            Path.of("..", "..", "..", "shared", "dumps", "real", "pheme_retweets", "pheme-threads.tar.gz");
    private static final int MEMBERS = 8565;
    private static final int SOURCES = 330;
    private static final int REACTIONS = 5072;
    private static final int RETWEET_FILES = 314;
    private static final int RETWEETS = 45_240;

    @TempDir
    private static Path temp;

    private static Output output;

    @BeforeAll
    static void ingestTheCorpus() throws IOException {
        boolean present = Files.exists(CORPUS);
        if (!present && System.getenv("CI") != null) {
            fail("CI must have the PHEME corpus, but " + CORPUS + " is missing");
        }
        assumeTrue(present, "no PHEME corpus beside this repository");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        String study = Files.writeString(temp.resolve("pheme.yaml"), """
                        study: pheme
                        inputs: [{path: %s}]
                        track: {all: true}
                        privacy: {key_file: my.key}
                        max_reject_share: 0
                        """.formatted(CORPUS.toRealPath()))
                .toString();
        output = new Output(temp.resolve("out"));
        Invocation.succeeding("ingest", study, "--output", output.toString(), "--parallelism", "2");
    }

    @Test
    void noMemberIsLostAndThoseThatAreNoDumpsAreCounted() {
        IngestCounts counts = output.counts();

        assertThat(counts.recordsRead() - SOURCES - REACTIONS - RETWEETS)
                .isEqualTo(counts.ignored().get("non_dump_member"))
                .isEqualTo(MEMBERS - SOURCES - REACTIONS - RETWEET_FILES);
        assertThat(counts.rejects()).isEmpty();
        assertThat(counts.balanced()).isTrue();
    }

    @Test
    void everyStatusIsAnItemOfItsKind() throws IOException {
        Map<String, Integer> kinds = new TreeMap<>();
        for (ItemRow row : output.rows(Table.ITEMS)) {
            kinds.merge(row.kind(), 1, Integer::sum);
        }

        assertThat(output.counts().items()).isEqualTo(50_605);
        assertThat(kinds).containsEntry("SHARE", RETWEETS).containsEntry("REPLY", 5014);
        assertThat(kinds.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(50_605);
    }
}
