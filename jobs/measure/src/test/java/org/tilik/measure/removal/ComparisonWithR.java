// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The estimators against R's own packages, run here and now: on the public data sets of the reference tables and on
 * seeded random ones. Only with {@code -Pr}; needs Rscript with survival, cmprsk and etm.
 */
class ComparisonWithR {

    private static final int RANDOM_WORLDS = 15;
    private static final Path FILES = Path.of("target", "r");

    @Test
    void exactTimes() throws IOException, InterruptedException {
        List<TimedRows> sets = new ArrayList<>(List.of(
                TimedRows.read("km_aml", "x", "time", 30, 10, 25),
                TimedRows.read("km_freireich_6mp", "group", "time", 20, 5, 10),
                TimedRows.read("km_lung", "sex", "time", 365, 90, 180, 360),
                TimedRows.read("km_left_truncation_channing", "gender", "exit", 1000, 900, 1000),
                TimedRows.read("aj_mgus2", "sex", "time", 120, 60, 120)));
        for (int seed = 1; seed <= RANDOM_WORLDS; seed++) {
            sets.add(TimedRows.random("fine" + seed, seed, false, false));
            sets.add(TimedRows.random("tied" + seed, seed, true, false));
            sets.add(TimedRows.random("late" + seed, seed, false, true));
            sets.add(TimedRows.random("late_tied" + seed, seed, true, true));
        }
        Path dir = Files.createDirectories(FILES.resolve("exact"));
        StringBuilder index = new StringBuilder("name,tau,edges\n");
        for (TimedRows set : sets) {
            index.append(set.indexLine());
            Files.writeString(dir.resolve(set.name() + ".csv"), set.csv());
        }
        Files.writeString(dir.resolve("exact.csv"), index);
        RScript.run(Path.of("src", "r", "exact.R"), dir);
        Agreement agreement = new Agreement();
        for (TimedRows set : sets) {
            agreement.compare(set.name(), ExactNumbers.of(set), NumberTable.read(dir.resolve(set.name() + ".r.csv")));
        }
        Files.writeString(FILES.resolve("exact-agreement.csv"), agreement.report());
        assertThat(agreement.failures()).isEmpty();
        assertThat(agreement.comparisons()).isGreaterThan(80_000);
    }

    @Test
    void brackets() throws IOException, InterruptedException {
        List<BracketRows> sets = new ArrayList<>();
        sets.add(BracketRows.read("cosmesis", "turnbull_breast_cosmesis/input.csv", "left", "right", "treatment"));
        sets.add(BracketRows.read(
                "cosmesis_other_copy", "turnbull_breast_cosmesis/input_KMsurv.csv", "lower", "upper", "treat"));
        SplittableRandom random = new SplittableRandom(20190315);
        for (int world = 1; world <= RANDOM_WORLDS; world++) {
            sets.add(BracketRows.random("checked" + world, random));
        }
        Path dir = Files.createDirectories(FILES.resolve("brackets"));
        StringBuilder index = new StringBuilder("name\n");
        for (BracketRows set : sets) {
            index.append(set.name()).append('\n');
            Files.writeString(dir.resolve(set.name() + ".csv"), set.csv());
        }
        Files.writeString(dir.resolve("brackets.csv"), index);
        RScript.run(Path.of("src", "r", "brackets.R"), dir);
        Agreement agreement = new Agreement();
        for (BracketRows set : sets) {
            agreement.compare(set.name(), set.numbers(), NumberTable.read(dir.resolve(set.name() + ".r.csv")));
        }
        Files.writeString(FILES.resolve("brackets-agreement.csv"), agreement.report());
        assertThat(agreement.failures()).isEmpty();
        assertThat(agreement.comparisons()).isGreaterThan(1_300);
    }
}
