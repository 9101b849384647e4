// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How far numbers computed here lie from R's, by kind of number, and which are too far or missing. */
final class Agreement {

    private static final double CLOSED_FORM = 1e-8;
    /** Maxima of likelihoods that either side stops searching for at its own precision. */
    private static final double SEARCHED = 1e-6;
    /** survfit stops its search early: one or two in a hundred of a share. */
    private static final double STOPPED_EARLY = 2e-2;
    /** Below this a difference is rounding. */
    private static final double NOTHING = 1e-13;

    private final Map<String, double[]> worst = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long comparisons;

    void compare(String set, NumberTable ours, NumberTable theirs) {
        Set<String> keys = new HashSet<>(ours.numbers().keySet());
        keys.addAll(theirs.numbers().keySet());
        for (String key : keys) {
            Double a = ours.numbers().get(key);
            Double b = theirs.numbers().get(key);
            if (a == null || b == null) {
                failures.add(set + " " + key + ": " + (a == null ? "only R has " + b : "R has not " + a));
            } else {
                compare(set, key, a, b);
            }
        }
    }

    private void compare(String set, String key, double a, double b) {
        comparisons++;
        String kind = key.replaceAll("\\[.*", "").replaceAll("^band\\.\\d+", "band");
        // Shares of a searched curve may be nearly 0: their difference is taken as it is.
        double size = kind.startsWith("surv") ? 1 : Math.max(Math.abs(a), Math.abs(b));
        double difference = Double.compare(a, b) == 0 || Math.abs(a - b) < NOTHING ? 0 : Math.abs(a - b) / size;
        double[] line = worst.computeIfAbsent(kind, k -> new double[2]);
        line[0]++;
        line[1] = Double.isNaN(difference) ? difference : Math.max(line[1], difference);
        if (!(difference <= tolerance(kind))) {
            failures.add(set + " " + key + ": " + a + ", R " + b);
        }
    }

    private static double tolerance(String kind) {
        if (kind.equals("survfit")) {
            return STOPPED_EARLY;
        }
        boolean searched = kind.startsWith("cox")
                || kind.startsWith("zph")
                || kind.startsWith("fine_gray")
                || kind.equals("survival");
        return searched || kind.endsWith(".z") || kind.endsWith(".score") ? SEARCHED : CLOSED_FORM;
    }

    long comparisons() {
        return comparisons;
    }

    List<String> failures() {
        return failures;
    }

    /** One line for each kind of number. */
    String report() {
        StringBuilder lines = new StringBuilder("number,comparisons,largest_relative_difference\n");
        worst.forEach((kind, line) -> lines.append(kind)
                .append(',')
                .append((long) line[0])
                .append(',')
                .append(line[1])
                .append('\n'));
        return lines.append("all,")
                .append(comparisons)
                .append(',')
                .append(worst.values().stream()
                        .mapToDouble(line -> line[1])
                        .max()
                        .orElse(0))
                .append('\n')
                .toString();
    }
}
