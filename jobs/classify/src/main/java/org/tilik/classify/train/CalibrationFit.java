// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tilik.classify.Head;
import org.tilik.classify.evaluate.Confusion;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.HeadCalibration;

/**
 * Fits the calibration of a network on development texts: all languages together, then each that has enough texts.
 *
 * <p>A threshold is that of the best macro-F1, but for heads that have ordinary texts. Of such a head all that speaks for it
 * was drawn from templates, in a share that says nothing of archives; it is held to few false alarms instead.
 */
final class CalibrationFit {
    private static final int FEWEST_OF_EACH_LABEL = 25;
    private static final double MOST_FALSE_ALARMS = 0.005;
    private static final int FEWEST_ORDINARY = 300;
    private static final int FIRST_STEP = 5;
    private static final int LAST_STEP = 45;
    private static final int NEIGHBOURS = 2;
    private static final double STEPS = 50;
    private static final PlattFit.Line IDENTITY = new PlattFit.Line(1, 0);

    private final Map<Head, Map<String, List<PlattFit.Point>>> points = new EnumMap<>(Head.class);

    private final Map<Head, Map<String, Map<String, List<Double>>>> ordinary = new EnumMap<>(Head.class);

    /** Adds a development text. */
    void add(Head head, String language, double logOdds, boolean label) {
        points.computeIfAbsent(head, any -> new TreeMap<>())
                .computeIfAbsent(language, any -> new ArrayList<>())
                .add(new PlattFit.Point(logOdds, label));
    }

    /**
     * Adds a text of ordinary talk, of whose kind at most one in two hundred may reach the threshold of this head: in all
     * languages together, and in each that has enough.
     *
     * @param kind what kind of texts it is one of
     */
    void addOrdinary(Head head, String language, String kind, double logOdds) {
        Map<String, Map<String, List<Double>>> byLanguage = ordinary.computeIfAbsent(head, any -> new TreeMap<>());
        for (String group : List.of(language, Calibration.ALL_LANGUAGES)) {
            byLanguage
                    .computeIfAbsent(group, any -> new TreeMap<>())
                    .computeIfAbsent(kind, any -> new ArrayList<>())
                    .add(logOdds);
        }
    }

    Calibration fit() {
        Map<String, Map<Head, HeadCalibration>> calibrations = new HashMap<>();
        for (Head head : Head.values()) {
            Map<String, List<PlattFit.Point>> byLanguage = points.getOrDefault(head, Map.of());
            List<PlattFit.Point> all =
                    byLanguage.values().stream().flatMap(List::stream).toList();
            PlattFit.Line line = PlattFit.fit(all, IDENTITY);
            double threshold = threshold(head, Calibration.ALL_LANGUAGES, all, line, 0.5);
            put(calibrations, Calibration.ALL_LANGUAGES, head, line, threshold);
            byLanguage.forEach((language, own) -> {
                long labelled = own.stream().filter(PlattFit.Point::label).count();
                if (labelled >= FEWEST_OF_EACH_LABEL && own.size() - labelled >= FEWEST_OF_EACH_LABEL) {
                    PlattFit.Line ownLine = PlattFit.fit(own, line);
                    put(calibrations, language, head, ownLine, threshold(head, language, own, ownLine, threshold));
                }
            });
        }
        return new Calibration(calibrations);
    }

    private static void put(
            Map<String, Map<Head, HeadCalibration>> calibrations,
            String language,
            Head head,
            PlattFit.Line line,
            double threshold) {
        calibrations
                .computeIfAbsent(language, any -> new EnumMap<>(Head.class))
                .put(head, new HeadCalibration(line.slope(), line.intercept(), threshold));
    }

    private double threshold(
            Head head, String language, List<PlattFit.Point> points, PlattFit.Line line, double usual) {
        Map<String, Map<String, List<Double>>> byLanguage = ordinary.get(head);
        // Few ordinary texts of one language show few false alarms, so it is held to those of all languages too.
        double least = language.equals(Calibration.ALL_LANGUAGES) ? 0 : usual;
        return byLanguage == null
                ? ofBestMacroF1(points, line, usual)
                : ofFewFalseAlarms(byLanguage.getOrDefault(language, Map.of()).values(), line, least);
    }

    /** The lowest threshold from this one on, in steps of 0.02, at which few texts of each large kind are found. */
    private static double ofFewFalseAlarms(Collection<List<Double>> kinds, PlattFit.Line line, double least) {
        for (int step = FIRST_STEP; step < LAST_STEP; step++) {
            double candidate = step / STEPS;
            boolean few = candidate >= least
                    && kinds.stream().allMatch(texts -> {
                        long found = texts.stream()
                                .filter(logOdds -> line.probability(logOdds) >= candidate)
                                .count();
                        return texts.size() < FEWEST_ORDINARY || found <= MOST_FALSE_ALARMS * texts.size();
                    });
            if (few) {
                return candidate;
            }
        }
        return LAST_STEP / STEPS;
    }

    /**
     * The threshold, in steps of 0.02, of the best macro-F1 in the mean of its neighbours, so that no chance peak is taken; of
     * equally good ones the nearest to the usual one.
     */
    private static double ofBestMacroF1(List<PlattFit.Point> points, PlattFit.Line line, double usual) {
        double[] scores = IntStream.rangeClosed(FIRST_STEP - NEIGHBOURS, LAST_STEP + NEIGHBOURS)
                .mapToDouble(step -> confusion(points, line, step / STEPS).macroF1())
                .toArray();
        double best = -1;
        double threshold = usual;
        for (int step = FIRST_STEP; step <= LAST_STEP; step++) {
            double candidate = step / STEPS;
            int from = step - FIRST_STEP;
            double score = Arrays.stream(scores, from, from + 2 * NEIGHBOURS + 1)
                    .average()
                    .orElseThrow();
            boolean nearer = Math.abs(candidate - usual) < Math.abs(threshold - usual);
            if (score > best || (score == best && nearer)) {
                best = score;
                threshold = candidate;
            }
        }
        return threshold;
    }

    private static Confusion confusion(List<PlattFit.Point> points, PlattFit.Line line, double threshold) {
        long hits = 0;
        long falseAlarms = 0;
        long misses = 0;
        long passes = 0;
        for (PlattFit.Point point : points) {
            boolean found = line.probability(point.score()) >= threshold;
            if (point.label()) {
                hits += found ? 1 : 0;
                misses += found ? 0 : 1;
            } else {
                falseAlarms += found ? 1 : 0;
                passes += found ? 0 : 1;
            }
        }
        return new Confusion(hits, falseAlarms, misses, passes);
    }
}
