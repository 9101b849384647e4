// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run removal}: estimators of removal against R, and the measures of millions of episodes. */
@Command(
        name = "removal",
        mixinStandardHelpOptions = true,
        description = "Measures the estimators of removal, Turnbull's against R's survfit on the same brackets.")
final class RemovalCommand implements Callable<Integer> {
    private static final int CORES = 2;

    @Option(
            names = "--part",
            split = ",",
            defaultValue = "npmle,bootstrap,exact,job",
            description = "What to measure. Default: ${DEFAULT-VALUE}.")
    private List<String> parts;

    @Option(
            names = "--data",
            defaultValue = "target/benchmark",
            description = "Folder for files. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(
            names = "--brackets",
            split = ",",
            defaultValue = "10000,100000,300000",
            description = "Sizes of the Turnbull problems. Default: ${DEFAULT-VALUE}.")
    private List<Integer> brackets;

    @Option(
            names = "--r-brackets",
            split = ",",
            defaultValue = "1000,3000",
            description = "Sizes that R is given too: its time grows with the cube. Default: ${DEFAULT-VALUE}.")
    private List<Integer> bracketsForR;

    @Option(
            names = "--episodes",
            defaultValue = "10000000",
            description = "Episodes of the job. Default: ${DEFAULT-VALUE}.")
    private long episodes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>();
        for (String part : parts) {
            switch (part) {
                case "npmle" -> npmle(contenders);
                case "bootstrap" -> bootstrap(contenders);
                case "exact" -> exact(contenders);
                case "job" -> job(contenders);
                default ->
                    throw new IllegalArgumentException("--part " + part + ": expected npmle, bootstrap, exact or job.");
            }
        }
        return SingleRuns.print(contenders);
    }

    private void npmle(List<Contender> contenders) throws IOException {
        Path script = Path.of(System.getProperty("tilik.benchmark"), "src/main/r/turnbull.R");
        for (int count : bracketsForR) {
            Path file = folder.toAbsolutePath().resolve("brackets-" + count + ".csv");
            RemovalWork.write(file, count);
            contenders.add(Contender.program(
                    name("R survfit", count, ""), 1, none(), "Rscript", script.toString(), file.toString()));
            contenders.add(tilik(name("Tilik", count, ""), RemovalWork.Npmle.class, 1, count, false));
        }
        for (int count : brackets) {
            contenders.add(tilik(name("Tilik", count, ""), RemovalWork.Npmle.class, 1, count, false));
            contenders.add(tilik(name("Tilik", count, ", late entry"), RemovalWork.Npmle.class, 1, count, true));
        }
    }

    private static String name(String who, int count, String what) {
        return String.format(Locale.ROOT, "%s, Turnbull of %,d brackets%s", who, count, what);
    }

    private void bootstrap(List<Contender> contenders) {
        for (String form : List.of("rows", "counts")) {
            for (String kind : List.of("brackets", "mixed")) {
                contenders.add(tilik(
                        "bounds with 200 samples, 100,000 " + kind + ", " + form,
                        RemovalWork.Bootstrap.class,
                        CORES,
                        100_000,
                        kind,
                        form));
            }
        }
    }

    private void exact(List<Contender> contenders) {
        for (String form : List.of("rows", "counts")) {
            contenders.add(tilik(
                    String.format(Locale.ROOT, "product limit and causes of %,d exact times, %s", episodes, form),
                    RemovalWork.Exact.class,
                    1,
                    episodes,
                    form));
        }
    }

    private void job(List<Contender> contenders) {
        for (boolean writes : new boolean[] {false, true}) {
            Path output = folder.toAbsolutePath().resolve("out-removal");
            contenders.add(Contender.java(
                    String.format(
                            Locale.ROOT,
                            "measures of %,d episodes in 206 strata%s",
                            episodes,
                            writes ? ", their table written" : ""),
                    CORES,
                    RemovalMeasures.class,
                    output,
                    output,
                    episodes,
                    CORES,
                    writes));
        }
    }

    private Contender tilik(String name, Class<?> main, int threads, Object... arguments) {
        return Contender.java(name, threads, main, none(), arguments);
    }

    private Path none() {
        return folder.toAbsolutePath().resolve("nothing");
    }
}
