// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.IntervalFit;
import org.tilik.measure.removal.IntervalNpmle;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.counts.RiskCounter;
import org.tilik.measure.removal.counts.TimeGrid;

/** One piece of removal statistics in a process of its own. */
final class RemovalWork {
    private static final List<String> CAUSES = List.of("platform", "author", "unknown");
    private static final List<CauseGroup> GROUPS =
            List.of(new CauseGroup("removal", Set.of("platform"), Set.of("unknown")));
    private static final double NANOS = 1e9;

    private RemovalWork() {}

    /** The Turnbull estimate of the brackets that {@link #write} wrote, after a smaller one that warms up. */
    static final class Npmle {
        /** Arguments: number of brackets, whether entries are late. */
        public static void main(String[] arguments) {
            int count = Integer.parseInt(arguments[0]);
            boolean late = Boolean.parseBoolean(arguments[1]);
            IntervalNpmle.turnbull(GeneratedRemovals.brackets(5_000, late));
            RemovalData data = GeneratedRemovals.brackets(count, late);
            long start = System.nanoTime();
            IntervalFit fit = IntervalNpmle.turnbull(data);
            done(start);
            System.out.printf(
                    Locale.ROOT,
                    "log_likelihood %.6f%ngap %.3e%nintervals %d, rounds %d%n",
                    fit.logLikelihood(),
                    fit.violation(),
                    fit.size(),
                    fit.iterations());
        }
    }

    /** Bounds within deadlines with 200 bootstrap samples. */
    static final class Bootstrap {
        /** Arguments: number of items, of brackets alone or mixed with exact times, as rows or as counts. */
        public static void main(String[] arguments) {
            int count = Integer.parseInt(arguments[0]);
            RemovalData data =
                    arguments[1].equals("brackets") ? GeneratedRemovals.brackets(count, false) : mixed(count);
            RemovalEstimator estimator = RemovalEstimator.standard()
                    .withDeadlines(1, 24, 168)
                    .withQuantiles(0.25, 0.5, 0.75)
                    .withMinAtRisk(10)
                    .withCauseGroups(data.causeNames().isEmpty() ? List.of() : GROUPS)
                    .withBootstrap(200, 20190315);
            long start = System.nanoTime();
            RemovalEstimate estimate = arguments[2].equals("counts")
                    ? counted(data).counts().estimate(estimator)
                    : estimator.estimate(data);
            done(start);
            System.out.println(estimate.deadlines().get(1).givenCaptured() + " " + estimate.intervalMethod());
        }
    }

    private static RemovalData mixed(int count) {
        RemovalDataBuilder rows = RemovalData.builder(CAUSES);
        for (long i = 0; i < count; i++) {
            GeneratedRemovals.Item item = GeneratedRemovals.item(i, CAUSES.size());
            rows.add(item.entry(), item.lower(), item.upper(), item.cause(), 1, (int) item.family());
        }
        return rows.build();
    }

    private static RiskCounter counted(RemovalData data) {
        RiskCounter counter = new RiskCounter(TimeGrid.gradedForBrackets(), data.causeNames());
        for (int i = 0; i < data.size(); i++) {
            boolean inFamily = data.family(i) >= 0;
            counter.add(
                    data.entry(i),
                    data.lower(i),
                    data.upper(i),
                    data.cause(i),
                    inFamily ? data.family(i) : -1L - i,
                    inFamily);
        }
        return counter;
    }

    /** Kaplan-Meier and Aalen-Johansen of exact times, as rows or as counts. */
    static final class Exact {
        /** Arguments: number of items, as rows or as counts. */
        public static void main(String[] arguments) {
            long count = Long.parseLong(arguments[0]);
            boolean counts = arguments[1].equals("counts");
            RemovalEstimator estimator = RemovalEstimator.standard()
                    .withDeadlines(1, 24, 168)
                    .withTau(168)
                    .withMinAtRisk(10)
                    .withCauseGroups(GROUPS);
            long start = System.nanoTime();
            RemovalDataBuilder rows = RemovalData.builder(CAUSES);
            RiskCounter counter = new RiskCounter(TimeGrid.graded(), CAUSES);
            long found = 0;
            for (long i = 0; found < count; i++) {
                GeneratedRemovals.Item item = GeneratedRemovals.item(i, CAUSES.size());
                if (item.lower() == item.upper() || item.upper() == Double.POSITIVE_INFINITY) {
                    found++;
                    if (counts) {
                        counter.add(item.entry(), item.lower(), item.upper(), item.cause(), i, false);
                    } else {
                        rows.add(item.entry(), item.lower(), item.upper(), item.cause(), 1);
                    }
                }
            }
            RemovalEstimate estimate = counts ? counter.counts().estimate(estimator) : estimator.estimate(rows.build());
            done(start);
            System.out.println(estimate.deadlines().get(1).givenCaptured() + " " + estimate.intervalMethod());
        }
    }

    private static void done(long start) {
        System.out.printf(Locale.ROOT, "work_seconds %.3f%n", (System.nanoTime() - start) / NANOS);
    }

    /** Writes brackets as the R script reads them. */
    static void write(Path file, int count) throws IOException {
        RemovalData data = GeneratedRemovals.brackets(count, false);
        StringBuilder text = new StringBuilder("lower,upper\n");
        for (int i = 0; i < data.size(); i++) {
            text.append(data.lower(i))
                    .append(',')
                    .append(data.isCensored(i) ? "" : data.upper(i))
                    .append('\n');
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
