// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.audit.CodedWorld;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** The policy job on two and a half years of 200,000 items, by hand; what it took stands in RESULTS.md of the benchmarks. */
class LargePolicyPipelineTest {
    private static final int LARGE = 133_333;
    private static final double SECOND = 1e9;

    @Tag("slow")
    @Test
    void twoHundredThousandItems(@TempDir Path temp) throws Exception {
        Run run = new CodedWorld(11, LARGE, Instant.parse("2018-01-01T00:00:00Z")).write(temp, "large", true);
        long processor =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
        long begin = System.nanoTime();
        JobCounts counts = new PolicyJob(run).run(CodedWorld.environment(2));
        System.out.printf(
                Locale.ROOT,
                "%d items: %.0f s, processor %.0f s, %s%n",
                counts.count("items"),
                (System.nanoTime() - begin) / SECOND,
                (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - processor) / SECOND,
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .findFirst()
                        .orElse("memory unknown"));
        assertThat(counts.count("items")).isEqualTo(200_000);
        assertThat(TableReader.read(
                        Table.POLICY_CHANGES, run.folder(Table.POLICY_CHANGES).root()))
                .anyMatch(row -> row.estimate() != null);
    }
}
