// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs and watches with a fault at a random moment, as often as there is time for, against undisturbed ones; writes the table
 * of faults and outcomes to {@code target/faults.md}. By hand: {@code -Pfull -Dtilik.faults.minutes=20
 * -Dtilik.faults.seed=1}, and {@code -Dtilik.faults=SLOW,CUT_OFF} for some of them.
 */
@Tag("slow")
class FaultRoundsIT {
    private static final Duration MINUTES = Duration.ofMinutes(Long.getLong("tilik.faults.minutes", 3));
    private static final long SEED = Long.getLong("tilik.faults.seed", 1);
    private static final List<Fault> FAULTS = Fault.named(System.getProperty("tilik.faults", ""));

    @TempDir
    static Path shared;

    /** Rounds of one fault in one job, and how they ended. */
    private record Rounds(int all, int same, List<String> differences) {
        Rounds plus(List<String> found) {
            List<String> more = new ArrayList<>(differences);
            more.addAll(found);
            return new Rounds(all + 1, same + (found.isEmpty() ? 1 : 0), List.copyOf(more));
        }
    }

    @Test
    void whateverHappensWheneverTheTablesAreThoseOfAnUndisturbedRun() throws Exception {
        Map<String, Rounds> rounds = new TreeMap<>();
        Random random = new Random(SEED);
        try (FaultyRound faulty = FaultyRound.prepare(shared)) {
            Instant end = Instant.now().plus(MINUTES);
            for (int round = 0; Instant.now().isBefore(end); round++) {
                Fault fault = FAULTS.get(round % FAULTS.size());
                boolean isWatch = fault.isOf(true) && (!fault.isOf(false) || random.nextBoolean());
                String key = "| " + fault.title() + " | " + (isWatch ? "watch" : "run");
                List<String> differences = faulty.carryOut("round-" + round, fault, isWatch, random);
                rounds.put(
                        key,
                        rounds.getOrDefault(key, new Rounds(0, 0, List.of())).plus(differences));
                Files.writeString(Path.of("target", "faults.md"), table(rounds));
            }
        }
        assertThat(rounds)
                .allSatisfy((key, each) -> assertThat(each.differences()).isEmpty());
    }

    private static String table(Map<String, Rounds> rounds) {
        StringBuilder table = new StringBuilder("| fault | job | rounds | same |\n|---|---|--:|--:|\n");
        rounds.forEach((key, each) -> {
            table.append(key)
                    .append(" | ")
                    .append(each.all())
                    .append(" | ")
                    .append(each.same())
                    .append(" |\n");
        });
        rounds.forEach((key, each) -> each.differences()
                .forEach(difference -> table.append(difference).append('\n')));
        return table.toString();
    }
}
