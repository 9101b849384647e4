// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.RScript;

/**
 * Segmented lines with missing weeks and weights, and counts, against lm and glm of R with Newey–West errors written out in
 * matrices. Only with {@code -Pr}; needs Rscript, without packages.
 */
class ComparisonWithR {

    private static final int WORLDS = 30;
    private static final double PRECISION = 1e-8;
    private static final Path FILES = Path.of("target", "r", "series");

    private static WeeklySeries world(int seed, boolean counts) {
        Random random = new Random(20190315L + seed);
        Series series = new Series(14 + random.nextInt(60), 14 + random.nextInt(60), -0.2, 0.002, 0.4, 0.1);
        List<WeekValue> weeks = new ArrayList<>();
        for (WeekValue week : (counts ? series.counts(20, random) : series.shares(random)).weeks()) {
            if (random.nextInt(10) > 0 || seed % 3 == 0) {
                double weight = counts || seed % 2 == 0 ? 1 : 0.1 + random.nextDouble();
                weeks.add(new WeekValue(week.week(), week.low(), week.high(), 100, weight));
            }
        }
        return new WeeklySeries(weeks);
    }

    private static Map<String, Double> ours(WeeklySeries series, boolean counts) {
        InterruptedSeries model = InterruptedSeries.of(SeriesPlan.standard().with(SeriesErrors.NEWEY_WEST));
        SeriesFit fit = (counts
                        ? model.fitCounts(series, Series.interruption())
                        : model.fit(series, Series.interruption()))
                .orElseThrow();
        Map<String, Double> numbers = new LinkedHashMap<>();
        List<Change> changes = List.of(fit.trend(), fit.level(), fit.slope());
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            String term = "[" + (i + 1) + "]";
            numbers.put("coef" + term, change.estimate());
            numbers.put("se" + term, change.standardError());
            numbers.put("low" + term, change.ciLow());
            numbers.put("high" + term, change.ciHigh());
            numbers.put("p" + term, change.p());
        }
        numbers.put(counts ? "dispersion" : "lag", counts ? fit.dispersion() : fit.lag());
        return numbers;
    }

    private static String csv(WeeklySeries series) {
        StringBuilder lines = new StringBuilder("week,value,weight\n");
        series.weeks()
                .forEach(week -> lines.append(week.week())
                        .append(',')
                        .append(week.low())
                        .append(',')
                        .append(week.weight())
                        .append('\n'));
        return lines.toString();
    }

    @Test
    void linesAndCounts() throws IOException, InterruptedException {
        Files.createDirectories(FILES);
        Map<String, Map<String, Double>> ours = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder("name,counts\n");
        for (int seed = 0; seed < 2 * WORLDS; seed++) {
            boolean counts = seed >= WORLDS;
            WeeklySeries series = world(seed, counts);
            String name = "world" + seed;
            ours.put(name, ours(series, counts));
            index.append(name).append(',').append(counts ? 1 : 0).append('\n');
            Files.writeString(FILES.resolve(name + ".csv"), csv(series));
        }
        Files.writeString(FILES.resolve("series.csv"), index);
        RScript.run(Path.of("src", "r", "series.R"), FILES);
        int compared = 0;
        double largest = 0;
        for (Map.Entry<String, Map<String, Double>> world : ours.entrySet()) {
            Map<String, Double> theirs = numbers(FILES.resolve(world.getKey() + ".r.csv"));
            for (Map.Entry<String, Double> number : world.getValue().entrySet()) {
                double r = theirs.get(number.getKey());
                double difference = Math.abs(number.getValue() - r) / Math.max(1e-6, Math.abs(r));
                assertThat(difference)
                        .as(world.getKey() + " " + number.getKey())
                        .isLessThan(PRECISION);
                largest = Math.max(largest, difference);
                compared++;
            }
        }
        Files.writeString(FILES.resolve("agreement.csv"), "comparisons,largest\n" + compared + "," + largest + "\n");
        assertThat(compared).isEqualTo(2 * WORLDS * 16);
    }

    private static Map<String, Double> numbers(Path file) throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(",", -1);
            numbers.put(parts[0], Double.parseDouble(parts[1]));
        }
        return numbers;
    }
}
