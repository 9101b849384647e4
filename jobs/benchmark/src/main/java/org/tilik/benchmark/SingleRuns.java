// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Runs contenders of different work, one after the other, and tells each as a row of a Markdown table. */
final class SingleRuns {
    private static final double MEBIBYTE = 1 << 20;

    private SingleRuns() {}

    /** Runs each once; 1 where one failed, else 0. */
    static int print(List<Contender> contenders) throws IOException, InterruptedException {
        System.out.println("| what | work s | CPU s | peak RSS MiB | says |");
        System.out.println("|---|--:|--:|--:|---|");
        boolean failed = false;
        for (Contender contender : contenders) {
            Trial trial = Trial.of(contender);
            failed |= trial.failure() != null;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.1f | %,.0f | %s |%n",
                    contender.name(),
                    trial.workSeconds(),
                    trial.cpuSeconds(),
                    trial.peakBytes() / MEBIBYTE,
                    trial.failure() == null ? trial.says() : "failed: " + trial.failure());
        }
        return failed ? 1 : 0;
    }
}
