// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.spread.dynamics.CascadeSteps;

/**
 * What is measured of one cascade, in one way of building it; times are hours since the root was posted.
 *
 * <p>A cascade with shares that name only its root has one fact with {@code root_only}, and one more for every
 * reconstruction that the study asks for; any other has one with {@code explicit}. Cascades of a single item, that is
 * tracked items that nobody shared, quoted or answered, have a fact as well, with {@link #size} 1, although no table
 * lists them. Flink needs it mutable, with public fields.
 */
public final class CascadeFact {
    /** How facts travel between operators. */
    public static final TypeInformation<CascadeFact> TYPE = Types.POJO(CascadeFact.class);

    /** 32 hexadecimal digits that derive from the key of the root. */
    public String cascadeId;
    /** Labels of the strata of the root, the widest first, shares not apart; the root may be untracked. */
    public String[] strata = {};
    /** Lower case. */
    public String platform;
    /** Language of the root, or und. */
    public String language;
    /** Family of the root; null where it has none. */
    public String familyId;
    /** Account of the root; null where unknown. */
    public String rootAccountKey;
    /** When the root was posted, microseconds since 1970. */
    public long rootMicros;
    /** explicit, root_only, follower_graph or time_inferred. */
    public String parentSource;
    /** Whether the root itself is tracked. */
    public boolean rootTracked;
    /** Whether the source delivered only a sample of posts of this platform. */
    public boolean sampled;
    /** Items, the root among them. */
    public long size;
    /** Those that are shares. */
    public long shares;
    /** Those that are quotes. */
    public long quotes;
    /** Those that are replies. */
    public long replies;
    /** Distinct known accounts. */
    public long uniqueAccounts;
    /** Greatest number of steps from the root, the least possible for root_only; null for samples. */
    public Long depth;
    /** Greatest number of items equally many steps from the root; null for root_only, time_inferred and samples. */
    public Long maxBreadth;
    /** Mean number of steps between two items; null for root_only, time_inferred, samples and a single item. */
    public Double structuralVirality;
    /** Until the first share or quote; null where there is none, and for samples. */
    public Double hoursToFirstShare;
    /** Until the cascade held 10 items; null where it never did, and for samples. */
    public Double hoursTo10;
    /** Until the cascade held 100 items; null as before. */
    public Double hoursTo100;
    /** Until the cascade held 1,000 items; null as before. */
    public Double hoursTo1000;
    /**
     * From the root to the last posting of anything on its platform: until then one more item would have been seen.
     */
    public double followedHours;
    /** Most items within any 60 minutes; null for samples. */
    public Long peakPerHour;
    /** From the root to the last item; null for samples. */
    public Double durationHours;
    /**
     * {@link CascadeSteps}, in parts because Flink reads no records; empty where the root is not tracked, where its source
     * delivered a sample, and for what is reconstructed.
     */
    public int[] steps = {};

    public int[] stepItems = {};
    public int[] lags = {};
    public int[] lagCounts = {};
    public long longerLags;

    /** Says how the cascade grew. */
    void grows(CascadeSteps growth) {
        steps = growth.steps();
        stepItems = growth.items();
        lags = growth.lags();
        lagCounts = growth.lagCounts();
        longerLags = growth.longer();
    }

    /** How the cascade grew. */
    public CascadeSteps growth() {
        return new CascadeSteps(steps, stepItems, lags, lagCounts, longerLags);
    }
}
