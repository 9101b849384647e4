// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Figures on removal, in hours and shares, that are often printed and are wrong: to stand beside the right ones, so that
 * a reader sees by how much. Never a measure, and in no release table.
 *
 * <p>What each leaves out:
 *
 * <ul>
 *   <li>{@link Shares#ofAllItems}: that some items were not followed until the deadline; too low.
 *   <li>{@link Shares#ofCompleteCases}: those items altogether. What was gone early is a complete case however short the
 *       follow-up, what stayed is one only if it was followed for long; too high.
 *   <li>{@link Shares#ofGone} and {@link #medianOfGone}: items that stayed; much too high, and too short.
 *   <li>{@link Shares#midpoint} and {@link #medianOfMidpoints}: that nobody knows when between two looks an item went; the
 *       answer depends on when people looked, in either direction.
 *   <li>{@link Shares#oneMinusKaplanMeier}: that what the author deleted cannot be removed any more. It speaks of a world
 *       in which only one cause is at work; too high, and the causes together may exceed 1.
 * </ul>
 *
 * <p>Times in brackets are taken at their middle where a formula needs a time; an item counts as gone within a deadline
 * when its bracket ends by then. Late entry is kept by the three figures that use Kaplan–Meier and ignored by the others.
 * On complete cases: Little and Rubin, Statistical Analysis with Missing Data, 3rd ed., 2019,
 * doi:10.1002/9781119482260, chapter 3. On midpoints: Law and Brookmeyer, Effects of mid-point imputation on the analysis
 * of doubly censored data, 1992, doi:10.1002/sim.4780111204. On one curve for each cause: Gooley, Leisenring, Crowley and
 * Storer, Estimation of failure probabilities in the presence of competing risks, 1999,
 * doi:10.1002/(SICI)1097-0258(19990330)18:6&lt;695::AID-SIM60&gt;3.0.CO;2-O.
 *
 * @param medianOfGone median hours until gone, of the items seen gone; NaN when none was
 * @param medianOfMidpoints median of the Kaplan–Meier curve of midpoints, hours; NaN when it does not reach one half
 * @param deadlines the shares, by deadline
 */
public record NaiveFigures(double medianOfGone, double medianOfMidpoints, List<Shares> deadlines) {

    private static final double HALF = 0.5;
    /** No interval is made of them. */
    private static final double LEVEL = 0.95;

    /** Fixes the deadlines. */
    public NaiveFigures {
        deadlines = List.copyOf(deadlines);
    }

    /**
     * The shares gone within one deadline; NaN where the denominator is empty.
     *
     * @param deadlineHours hours, inclusive
     * @param ofAllItems seen gone by then, of all items
     * @param ofCompleteCases seen gone by then, of the items of which it is known whether they were
     * @param ofGone seen gone by then, of the items ever seen gone
     * @param midpoint one minus the Kaplan–Meier curve of midpoints; after the last follow-up, its last value
     * @param oneMinusKaplanMeier by name of the group: one minus the Kaplan–Meier curve that censors items gone by any
     *     other cause
     */
    public record Shares(
            double deadlineHours,
            double ofAllItems,
            double ofCompleteCases,
            double ofGone,
            double midpoint,
            Map<String, Double> oneMinusKaplanMeier) {

        /** Fixes the causes, in their order. */
        public Shares {
            oneMinusKaplanMeier = Collections.unmodifiableMap(new LinkedHashMap<>(oneMinusKaplanMeier));
        }
    }

    /** The figures with every named cause by itself. */
    public static NaiveFigures of(RemovalData data, List<Double> deadlines) {
        return of(
                data,
                deadlines,
                data.causeNames().stream()
                        .map(cause -> new CauseGroup(cause, Set.of(cause), Set.of()))
                        .toList());
    }

    /**
     * The figures with these groups of causes; causes that a group holds as unknown are censored as all others are.
     *
     * @param deadlines hours, inclusive
     */
    public static NaiveFigures of(RemovalData data, List<Double> deadlines, List<CauseGroup> groups) {
        SurvivalCurve midpoints = curve(midpoints(data, Set.copyOf(data.causeNames()), true));
        Map<String, SurvivalCurve> byCause = new LinkedHashMap<>();
        for (CauseGroup group : groups) {
            byCause.put(group.name(), curve(midpoints(data, group.causes(), false)));
        }
        List<Shares> shares = new ArrayList<>();
        for (double deadline : deadlines) {
            Map<String, Double> gone = new LinkedHashMap<>();
            byCause.forEach((name, curve) -> gone.put(name, 1 - curve.survivalAt(deadline)));
            shares.add(shares(data, deadline, 1 - midpoints.survivalAt(deadline), gone));
        }
        return new NaiveFigures(
                StepQuantiles.of(curve(onlyGone(data)), HALF).estimate(),
                StepQuantiles.of(midpoints, HALF).estimate(),
                shares);
    }

    private static Shares shares(RemovalData data, double deadline, double midpoint, Map<String, Double> byCause) {
        double gone = 0;
        double stayed = 0;
        for (int i = 0; i < data.size(); i++) {
            gone += data.upper(i) <= deadline ? data.weight(i) : 0;
            stayed += data.upper(i) > deadline && data.lower(i) >= deadline ? data.weight(i) : 0;
        }
        return new Shares(
                deadline,
                gone / data.totalWeight(),
                gone / (gone + stayed),
                gone / data.events(),
                data.size() == 0 ? Double.NaN : midpoint,
                byCause);
    }

    private static SurvivalCurve curve(RemovalData exact) {
        return KaplanMeier.fit(exact, ConfidenceInterval.PLAIN, LEVEL);
    }

    /** Brackets at their middle; items gone by other causes than these are taken as last seen then. */
    private static RemovalData midpoints(RemovalData data, Set<String> causes, boolean unnamedToo) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int i = 0; i < data.size(); i++) {
            double time = middle(data, i);
            boolean counts = data.cause(i) == 0
                    ? unnamedToo
                    : causes.contains(data.causeNames().get(data.cause(i) - 1));
            boolean gone = !data.isCensored(i) && counts;
            rows.add(data.entry(i), time, gone ? time : Double.POSITIVE_INFINITY, 0, data.weight(i));
        }
        return rows.build();
    }

    private static RemovalData onlyGone(RemovalData data) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int i = 0; i < data.size(); i++) {
            if (!data.isCensored(i)) {
                double time = middle(data, i);
                rows.add(Double.NEGATIVE_INFINITY, time, time, 0, data.weight(i));
            }
        }
        return rows.build();
    }

    private static double middle(RemovalData data, int i) {
        return data.isBracket(i) ? (data.lower(i) + data.upper(i)) / 2 : data.lower(i);
    }
}
