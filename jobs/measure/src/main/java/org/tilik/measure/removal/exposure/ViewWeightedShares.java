// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

/**
 * The share removed within deadlines, each item weighing as much as the views that it had before it was gone or last
 * seen, in [0, 1].
 *
 * <pre>F_w(D) = Aalen–Johansen or sub-distribution NPMLE with weights w_i, the views of item i</pre>
 *
 * <p>Where views are only bounded the share is too. Its lower bound takes the fewest views of items removed within D and
 * the most of all others, its upper bound the reverse; views that may have come to an item censored before D, beyond the
 * fewest, count as an item that survives D, or as one removed. Views without an upper bound leave the bound 0, or 1.
 * With late entry only what lived until it was captured is known, and there is no share of all; nor is there one where
 * too few items are at risk, whatever they weigh.
 *
 * <p>Items are what is resampled, or their families, so {@code n_effective} = (Σ w)² / Σ w²; Kish, Survey Sampling,
 * 1965. Weights in the product-limit estimate: Xie and Liu 2005, doi:10.1002/sim.2174.
 *
 * @param options deadlines, level, resampling, least number of items at risk; its groups of causes are replaced
 * @param causes names of all causes
 * @param removal causes that are removal
 */
public record ViewWeightedShares(RemovalEstimator options, List<String> causes, CauseGroup removal) {
    /** Weights are views, so the number of items at risk is judged apart. */
    private static final double ANY_VIEW = 1e-9;

    /** Copies the names. */
    public ViewWeightedShares {
        causes = List.copyOf(causes);
    }

    /**
     * The share within one deadline.
     *
     * @param deadlineHours the deadline
     * @param share the share
     * @param estimate what its lower bound was estimated from
     */
    public record Weighted(double deadlineHours, Share share, RemovalEstimate estimate) {}

    /** The share within each deadline; items without any view weigh nothing. */
    public List<Weighted> estimate(List<ViewedItem> items) {
        List<Weighted> shares = new ArrayList<>();
        for (DeadlineShare unweighted : unweighted(items)) {
            double deadline = unweighted.deadlineHours();
            // What rests on too few items does so whatever they weigh.
            boolean unsupported = unweighted.conditionalOnHours() > 0 || isNone(unweighted.share());
            RemovalEstimate low = bound(items, deadline, false);
            RemovalEstimate high = bound(items, deadline, true);
            shares.add(new Weighted(
                    deadline, unsupported ? Share.none() : share(items, deadline, first(low), first(high)), low));
        }
        return List.copyOf(shares);
    }

    private Share first(RemovalEstimate estimate) {
        return estimate.causeGroups().get(removal.name()).get(0).share();
    }

    private Share share(List<ViewedItem> items, double deadline, Share low, Share high) {
        boolean nothingBelow = items.stream().anyMatch(i -> isOpen(i) && !isRemoved(i, deadline, false));
        boolean nothingAbove =
                items.stream().anyMatch(i -> isOpen(i) && (isRemoved(i, deadline, true) || isLost(i, deadline)));
        if (isNone(low) || isNone(high) || (nothingBelow && nothingAbove)) {
            return Share.none();
        }
        boolean exact = items.stream().allMatch(i -> i.viewsLow() == i.viewsHigh());
        if (exact && isPoint(low) && isPoint(high)) {
            return low;
        }
        return Share.bounds(
                nothingBelow ? 0 : low.boundLow(),
                nothingAbove ? 1 : Math.max(low.boundLow(), high.boundHigh()),
                nothingBelow ? 0 : low.ciLow(),
                nothingAbove ? 1 : high.ciHigh());
    }

    private static boolean isNone(Share share) {
        return Double.isNaN(share.boundLow());
    }

    private static boolean isPoint(Share share) {
        return !Double.isNaN(share.estimate());
    }

    private static boolean isOpen(ViewedItem item) {
        return item.viewsHigh() == Double.POSITIVE_INFINITY;
    }

    /** Whether it is removed within the deadline, in the reading that makes for more or for fewer removals. */
    private boolean isRemoved(ViewedItem item, double deadline, boolean more) {
        if (item.isCensored()) {
            return false;
        }
        boolean counts = removal.causes().contains(item.cause())
                || (more && removal.unknown().contains(item.cause()));
        boolean within = item.upper() <= deadline || (more && item.lower() < deadline);
        return counts && within;
    }

    private static boolean isLost(ViewedItem item, double deadline) {
        return item.isCensored() && item.lower() < deadline;
    }

    private List<DeadlineShare> unweighted(List<ViewedItem> items) {
        RemovalDataBuilder data = RemovalData.builder(List.of());
        items.forEach(item -> data.add(item.entry(), item.lower(), item.upper(), 0, 1));
        return options.withBootstrap(0, 0)
                .withCauseGroups(List.of())
                .estimate(data.build())
                .deadlines();
    }

    private RemovalEstimate bound(List<ViewedItem> items, double deadline, boolean upper) {
        int families = items.stream().mapToInt(ViewedItem::family).max().orElse(-1) + 1;
        int removed =
                causes.indexOf(removal.causes().stream().sorted().findFirst().orElseThrow()) + 1;
        RemovalDataBuilder data = RemovalData.builder(causes);
        for (int i = 0; i < items.size(); i++) {
            ViewedItem item = items.get(i);
            // An item of many views is still one item.
            int family = item.family() >= 0 ? item.family() : families + i;
            double most = isOpen(item) ? item.viewsLow() : item.viewsHigh();
            boolean many = isRemoved(item, deadline, upper) == upper && !isLost(item, deadline);
            double weight = many ? most : item.viewsLow();
            int cause = item.cause() == null ? 0 : causes.indexOf(item.cause()) + 1;
            if (weight > 0) {
                data.add(item.entry(), item.lower(), item.upper(), cause, weight, family);
            }
            if (isLost(item, deadline) && most > item.viewsLow()) {
                double more = most - item.viewsLow();
                if (upper) {
                    data.add(item.entry(), item.lower(), item.lower(), removed, more, family);
                } else {
                    data.add(item.entry(), deadline, Double.POSITIVE_INFINITY, 0, more, family);
                }
            }
        }
        return options.withDeadlines(deadline)
                .withMinAtRisk(ANY_VIEW)
                .withCauseGroups(List.of(removal))
                .estimate(data.build());
    }
}
