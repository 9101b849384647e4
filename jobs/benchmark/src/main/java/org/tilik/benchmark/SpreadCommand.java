// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tilik.benchmark.spread.GeneratedCascades;
import org.tilik.benchmark.spread.ShapeWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run spread}: shapes of trees of shares against igraph and networkx on the same file of links. */
@Command(
        name = "spread",
        mixinStandardHelpOptions = true,
        description = "Measures the shapes of trees of shares against igraph and networkx.")
final class SpreadCommand implements Callable<Integer> {
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path small = folder.toAbsolutePath().resolve("cascades-small.bin");
        Path large = folder.toAbsolutePath().resolve("cascades-large.bin");
        long fewPosts = GeneratedCascades.write(small, few, mostPosts, 0);
        long manyPosts = GeneratedCascades.write(large, cascades, largest, largest);
        List<Contender> contenders = new ArrayList<>();
        String ofSmall = String.format(Locale.ROOT, ", every measure of %,d posts in %,d trees", fewPosts, few);
        contenders.add(tilik("Tilik" + ofSmall, small));
        contenders.add(peer("igraph" + ofSmall, "shape_igraph.py", small, "pairs"));
        contenders.add(peer("networkx" + ofSmall, "shape_networkx.py", small, "pairs"));
        String ofLarge = String.format(Locale.ROOT, " of %,d posts in %,d trees", manyPosts, cascades);
        contenders.add(tilik("Tilik, every measure" + ofLarge, large));
        contenders.add(peer("igraph, depth and breadth" + ofLarge, "shape_igraph.py", large, "depths"));
        contenders.add(peer("networkx, depth and breadth" + ofLarge, "shape_networkx.py", large, "depths"));
        return SingleRuns.print(contenders);
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
