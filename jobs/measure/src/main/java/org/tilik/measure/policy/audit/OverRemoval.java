// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.ShareDifference;

/**
 * How much of what should stay was removed, against what should go, from items coded by hand; shares in [0, 1].
 *
 * <pre>
 * cumulative incidence   Aalen–Johansen, or its counterpart for brackets, weights w = items that a coded one stands for
 * difference             incidence among protected items − among violating ones
 * precision              Σ w (removed and violating) / Σ w (removed)
 * restored share         Σ w (removed, of the class, seen again) / Σ w (removed, of the class)
 * </pre>
 *
 * <p>Protected: {@link CodedClass#isProtected}; violating: {@link CodedClass#isViolating}. A share of removed items by the
 * end of follow-up would say how long each was followed; incidence within a deadline does not. Weighted curves: Xie and
 * Liu, Adjusted Kaplan–Meier estimator and log-rank test with inverse probability of treatment weighting for survival data,
 * 2005, doi:10.1002/sim.2174; intervals are percentiles of samples within the strata of the audit, differences of samples
 * drawn together. A removed item that nobody looked for again counts as not restored, so the restored share is a least one.
 *
 * @param options deadlines, level, number of samples and seed; its groups of causes are replaced
 * @param causes names of all causes
 * @param removal causes that are removal
 */
public record OverRemoval(RemovalEstimator options, List<String> causes, CauseGroup removal) {

    /** Copies the names. */
    public OverRemoval {
        causes = List.copyOf(causes);
        options = options.withCauseGroups(List.of(removal));
    }

    /**
     * A set of items by what coders say they are.
     *
     * @param estimate how they went; causes by {@link OverRemoval#removal}
     * @param coded coded items of the set
     * @param removed those of them that were removed
     * @param restoredShare of the removed ones, those that were seen again
     */
    public record ClassResult(RemovalEstimate estimate, int coded, int removed, DesignShare restoredShare) {}

    /** What became of the items of one class. */
    public ClassResult ofClass(SamplingDesign design, List<AuditedLifetime> items, CodedClass coded) {
        return of(design, items, coded::equals);
    }

    /** What became of all protected items. */
    public ClassResult ofProtected(SamplingDesign design, List<AuditedLifetime> items) {
        return of(design, items, CodedClass::isProtected);
    }

    /** What became of all violating items. */
    public ClassResult ofViolating(SamplingDesign design, List<AuditedLifetime> items) {
        return of(design, items, CodedClass::isViolating);
    }

    /** How much higher removal is among protected items than among violating ones, within each deadline. */
    public List<ShareDifference> difference(SamplingDesign design, List<AuditedLifetime> items) {
        RemovalData isProtected = data(design, items, CodedClass::isProtected);
        RemovalData violating = data(design, items, CodedClass::isViolating);
        Map<String, List<ShareDifference>> differences =
                options.differences(isProtected, violating, design.samples(options.seed()));
        return differences.get(removal.name());
    }

    /** Of the removed items, the share that is hateful or supports violent organisations. */
    public DesignShare precision(SamplingDesign design, List<AuditedLifetime> items) {
        return share(design, items, item -> item.coded().isViolating(), item -> isRemoved(item));
    }

    /** What became of the items of any set of classes. */
    public ClassResult of(SamplingDesign design, List<AuditedLifetime> items, Predicate<CodedClass> set) {
        RemovalEstimate estimate = options.estimate(data(design, items, set), design.samples(options.seed()));
        DesignShare removed = share(design, items, this::isRemoved, item -> set.test(item.coded()));
        DesignShare restored =
                share(design, items, AuditedLifetime::restored, item -> set.test(item.coded()) && isRemoved(item));
        return new ClassResult(estimate, removed.coded(), removed.codedPart(), restored);
    }

    /** Whether it was removed for certain. */
    private boolean isRemoved(AuditedLifetime item) {
        return item.life() != null
                && item.life().cause() != null
                && removal.causes().contains(item.life().cause());
    }

    private DesignShare share(
            SamplingDesign design,
            List<AuditedLifetime> items,
            Predicate<AuditedLifetime> part,
            Predicate<AuditedLifetime> whole) {
        boolean[] inPart = new boolean[items.size()];
        boolean[] inWhole = new boolean[items.size()];
        for (int i = 0; i < inWhole.length; i++) {
            AuditedLifetime item = items.get(i);
            inWhole[i] = item.isInDomain() && item.coded() != null && whole.test(item);
            inPart[i] = inWhole[i] && part.test(item);
        }
        return DesignShare.of(design, inPart, inWhole, options.confidenceLevel());
    }

    /** The rows of some coded items, each the unit of its place. */
    private RemovalData data(SamplingDesign design, List<AuditedLifetime> items, Predicate<CodedClass> set) {
        RemovalDataBuilder rows = RemovalData.builder(causes);
        for (int i = 0; i < items.size(); i++) {
            AuditedLifetime item = items.get(i);
            if (item.isInDomain() && item.coded() != null && set.test(item.coded())) {
                add(rows, item.life(), design.weight(i), i);
            }
        }
        return rows.build();
    }

    private void add(RemovalDataBuilder rows, AuditedLifetime.Life life, double weight, int unit) {
        if (life == null) {
            rows.addWithoutFollowUp(weight);
        } else {
            int cause = life.cause() == null ? 0 : causes.indexOf(life.cause()) + 1;
            rows.add(life.entry(), life.lower(), life.upper(), cause, weight, unit);
        }
    }
}
