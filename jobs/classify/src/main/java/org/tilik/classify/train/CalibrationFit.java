// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.classify.Head;
import org.tilik.classify.evaluate.Confusion;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.HeadCalibration;

/** Fits the calibration of a network on development texts: all languages together, then each that has enough texts. */
final class CalibrationFit {
    private static final int FEWEST_OF_EACH_LABEL = 25;
    private static final PlattFit.Line IDENTITY = new PlattFit.Line(1, 0);

    private final Map<Head, Map<String, List<PlattFit.Point>>> points = new EnumMap<>(Head.class);

    /** Adds a development text. */
    void add(Head head, String language, double logOdds, boolean label) {
        points.computeIfAbsent(head, any -> new TreeMap<>())
                .computeIfAbsent(language, any -> new ArrayList<>())
                .add(new PlattFit.Point(logOdds, label));
    }

    Calibration fit() {
        Map<String, Map<Head, HeadCalibration>> calibrations = new HashMap<>();
        for (Head head : Head.values()) {
            Map<String, List<PlattFit.Point>> byLanguage = points.getOrDefault(head, Map.of());
            List<PlattFit.Point> all =
                    byLanguage.values().stream().flatMap(List::stream).toList();
            PlattFit.Line line = PlattFit.fit(all, IDENTITY);
            double threshold = threshold(all, line, 0.5);
            put(calibrations, Calibration.ALL_LANGUAGES, head, line, threshold);
            byLanguage.forEach((language, own) -> {
                long labelled = own.stream().filter(PlattFit.Point::label).count();
                if (labelled >= FEWEST_OF_EACH_LABEL && own.size() - labelled >= FEWEST_OF_EACH_LABEL) {
                    PlattFit.Line ownLine = PlattFit.fit(own, line);
                    put(calibrations, language, head, ownLine, threshold(own, ownLine, threshold));
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

    /** The threshold, in steps of 0.02, of the best macro-F1; of equally good ones the nearest to the usual one. */
    private static double threshold(List<PlattFit.Point> points, PlattFit.Line line, double usual) {
        double best = -1;
        double threshold = usual;
        for (int step = 5; step <= 45; step++) {
            double candidate = step / 50.0;
            double score = confusion(points, line, candidate).macroF1();
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
