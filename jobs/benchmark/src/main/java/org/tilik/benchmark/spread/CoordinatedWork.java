// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark.spread;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.tilik.measure.spread.coordination.AccountLink;
import org.tilik.measure.spread.coordination.CoordinatedSharing;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.measure.spread.coordination.Share;

/** Coordinated sharing in a file of shares, in memory and in one thread. */
public final class CoordinatedWork {
    private static final double NANOS = 1e9;

    private CoordinatedWork() {}

    /** Arguments: a CSV file with CooRTweet's columns (.gz: packed), seconds of the window. */
    public static void main(String[] arguments) throws IOException {
        List<Share> shares = read(Path.of(arguments[0]));
        CoordinationRules rules = CoordinationRules.of(List.of(Double.valueOf(arguments[1])), 2, false);
        long start = System.nanoTime();
        CoordinatedSharing.Found found = CoordinatedSharing.search(shares, rules);
        System.out.printf(Locale.ROOT, "work_seconds %.3f%n", (System.nanoTime() - start) / NANOS);
        long weight =
                found.links().get(0).stream().mapToLong(AccountLink::weight).sum();
        System.out.printf(
                Locale.ROOT,
                "%d shares, %d pairs, %d links of weight %d%n",
                shares.size(),
                found.pairs().size(),
                found.links().get(0).size(),
                weight);
    }

    private static List<Share> read(Path file) throws IOException {
        List<Share> shares = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader lines = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
            List<String> names = cells(lines.readLine());
            Map<String, Integer> at =
                    IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, i -> i));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                long seconds = Long.parseLong(cells.get(at.get("timestamp_share")));
                shares.add(new Share(
                        cells.get(at.get("object_id")),
                        cells.get(at.get("content_id")),
                        cells.get(at.get("account_id")),
                        TimeUnit.SECONDS.toMicros(seconds)));
            }
        }
        return shares;
    }

    private static List<String> cells(String line) {
        return List.of(line.replace("\"", "").split(",", -1));
    }
}
