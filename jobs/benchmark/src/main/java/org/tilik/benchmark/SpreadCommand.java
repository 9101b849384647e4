// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tilik.benchmark.spread.CoordinatedWork;
import org.tilik.benchmark.spread.CoordinationTables;
import org.tilik.benchmark.spread.GeneratedCascades;
import org.tilik.benchmark.spread.GeneratedShares;
import org.tilik.benchmark.spread.ShapeWork;
import org.tilik.benchmark.spread.SpreadTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run spread}: trees of shares against igraph and networkx, coordinated sharing against R, and the spread job. */
@Command(
        name = "spread",
        mixinStandardHelpOptions = true,
        description =
                "Measures the shapes of trees of shares against igraph and networkx, coordinated sharing against R,"
                        + " and what the spread job does with as many items.")
final class SpreadCommand implements Callable<Integer> {
    private static final int CORES = 2;
    /** Of the job; with what Flink has outside it, the process keeps below 5 GB. */
    private static final String HEAP = "-Xmx3g";

    private static final int[] WINDOWS = {10, 60};

    @Option(
            names = "--part",
            split = ",",
            defaultValue = "shapes,tables,coordination",
            description = "What to measure. Default: ${DEFAULT-VALUE}.")
    private List<String> parts;

    @Option(
            names = "--data",
            defaultValue = "target/benchmark",
            description = "Folder for files. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(
            names = "--cascades",
            defaultValue = "100000",
            description = "Trees of the large file. Default: ${DEFAULT-VALUE}.")
    private int cascades;

    @Option(
            names = "--largest",
            defaultValue = "1500000",
            description = "Posts of its largest tree. Default: ${DEFAULT-VALUE}.")
    private int largest;

    @Option(
            names = "--few",
            defaultValue = "2000",
            description = "Trees of the small file, whose pairs the peers walk. Default: ${DEFAULT-VALUE}.")
    private int few;

    @Option(
            names = "--most-posts",
            defaultValue = "300",
            description = "Posts to which trees of the small file are cut. Default: ${DEFAULT-VALUE}.")
    private int mostPosts;

    @Option(
            names = "--python",
            defaultValue = "python3",
            description = "A Python with numpy, igraph and networkx. Default: ${DEFAULT-VALUE}.")
    private String python;

    @Option(
            names = "--contents",
            defaultValue = "85000",
            description = "Contents of which shares are searched. Default: ${DEFAULT-VALUE}.")
    private int contents;

    @Option(
            names = "--shares",
            paramLabel = "FILE",
            description = "A CSV of shares with CooRTweet's columns to search too, such as its own data.")
    private Path shares;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Contender> contenders = new ArrayList<>();
        for (String part : parts) {
            switch (part) {
                case "shapes" -> shapes(contenders);
                case "tables" -> tables(contenders);
                case "coordination" -> coordination(contenders);
                default ->
                    throw new IllegalArgumentException("--part " + part + ": expected shapes, tables or coordination.");
            }
        }
        return SingleRuns.print(contenders);
    }

    private void shapes(List<Contender> contenders) throws IOException {
        Path small = folder.toAbsolutePath().resolve("cascades-small.bin");
        Path large = folder.toAbsolutePath().resolve("cascades-large.bin");
        long fewPosts = GeneratedCascades.write(small, few, mostPosts, 0);
        long manyPosts = GeneratedCascades.write(large, cascades, largest, largest);
        String ofSmall = String.format(Locale.ROOT, ", every measure of %,d posts in %,d trees", fewPosts, few);
        contenders.add(tilik("Tilik" + ofSmall, small));
        contenders.add(peer("igraph" + ofSmall, "shape_igraph.py", small, "pairs"));
        contenders.add(peer("networkx" + ofSmall, "shape_networkx.py", small, "pairs"));
        String ofLarge = String.format(Locale.ROOT, " of %,d posts in %,d trees", manyPosts, cascades);
        contenders.add(tilik("Tilik, every measure" + ofLarge, large));
        contenders.add(peer("igraph, depth and breadth" + ofLarge, "shape_igraph.py", large, "depths"));
        contenders.add(peer("networkx, depth and breadth" + ofLarge, "shape_networkx.py", large, "depths"));
    }

    private void tables(List<Contender> contenders) {
        Path output = folder.toAbsolutePath().resolve("out-spread");
        contenders.add(Contender.java(
                String.format(Locale.ROOT, "tables of %,d trees, the largest of %,d", cascades, largest),
                CORES,
                List.of(HEAP),
                SpreadTables.class,
                output,
                output,
                cascades,
                largest,
                CORES));
    }

    private void coordination(List<Contender> contenders) throws IOException {
        Path file = folder.toAbsolutePath().resolve("shares.csv");
        long written = GeneratedShares.write(file, contents);
        if (shares != null) {
            for (int seconds : WINDOWS) {
                search(contenders, shares, seconds, shares.getFileName().toString());
            }
        }
        search(contenders, file, WINDOWS[WINDOWS.length - 1], String.format(Locale.ROOT, "%,d shares", written));
        Path output = folder.toAbsolutePath().resolve("out-coordination");
        contenders.add(Contender.java(
                String.format(Locale.ROOT, "the job, %,d shares searched twice, 10 and 60 s", written),
                CORES,
                List.of(HEAP),
                CoordinationTables.class,
                output,
                output,
                contents,
                CORES));
    }

    private void search(List<Contender> contenders, Path file, int seconds, String what) {
        String searched = String.format(Locale.ROOT, ", %s, %d s", what, seconds);
        Path script = Path.of(System.getProperty("tilik.benchmark"), "src/main/r/coordinated.R");
        contenders.add(Contender.java("Tilik" + searched, 1, CoordinatedWork.class, none(), file, seconds));
        contenders.add(Contender.program(
                "R, data.table" + searched, 1, none(), "Rscript", script.toString(), file.toString(), "" + seconds));
    }

    private Contender tilik(String name, Path file) {
        return Contender.java(name, 1, ShapeWork.class, none(), file);
    }

    private Contender peer(String name, String script, Path file, String what) {
        Path path = Path.of(System.getProperty("tilik.benchmark"), "src/main/python/spread", script);
        return Contender.program(name, 1, none(), python, path.toString(), file.toString(), what);
    }

    private Path none() {
        return folder.toAbsolutePath().resolve("nothing");
    }
}
