// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What was posted in one week in one stratum, and what became of it; or how much a platform's source delivered in a week.
 * NaN = not defined. Flink needs it mutable, with public fields.
 */
public final class Cohort {
    /** How cohorts travel between operators. */
    public static final TypeInformation<Cohort> TYPE = Types.POJO(Cohort.class);

    /** Label of the stratum; null where this says what a platform's source delivered. */
    public String stratum;
    /** {@link ChangeRule} under which its items are measured. */
    public String rule = ChangeRule.HEADLINE.name();
    /** Whether in it what is gone by one last absence only is not gone. */
    public boolean censored;
    /** The platform whose source delivered; null where this is a cohort. */
    public String collected;

    public long week;
    /** Items posted: tracked ones of a cohort, all that a source delivered. */
    public long items;
    /** Tracked items that were followed. */
    public long followed;
    /** Tracked items whose views somebody counted. */
    public long viewed;
    /** Sum of their lowest views. */
    public double views;
    /** Whether some item went in a bracket. */
    public boolean brackets;
    /** Up to k different accounts. */
    public String[] accounts = {};
    /** Lowest share gone within each deadline of the study. */
    public double[] goneLow = {};

    public double[] goneHigh = {};
    /** Lowest share removed within each deadline of the study. */
    public double[] removedLow = {};

    public double[] removedHigh = {};
    /** Highest share removed if nothing of unknown cause was. */
    public double[] removedHighWithoutUnknown = {};
    /** Lowest share removed if everything of unknown cause was. */
    public double[] removedLowWithUnknown = {};
    /** Mean hours visible within the horizon. */
    public double mean = Double.NaN;

    static Cohort ofSource(String platform, long week, long items) {
        Cohort cohort = new Cohort();
        cohort.collected = platform;
        cohort.week = week;
        cohort.items = items;
        return cohort;
    }

    /** The same cohort, to be kept where Flink reuses objects; its arrays are never written to. */
    Cohort copy() {
        Cohort copy = new Cohort();
        copy.stratum = stratum;
        copy.rule = rule;
        copy.censored = censored;
        copy.collected = collected;
        copy.week = week;
        copy.items = items;
        copy.followed = followed;
        copy.viewed = viewed;
        copy.views = views;
        copy.brackets = brackets;
        copy.accounts = accounts.clone();
        copy.goneLow = goneLow.clone();
        copy.goneHigh = goneHigh.clone();
        copy.removedLow = removedLow.clone();
        copy.removedHigh = removedHigh.clone();
        copy.removedHighWithoutUnknown = removedHighWithoutUnknown.clone();
        copy.removedLowWithUnknown = removedLowWithUnknown.clone();
        copy.mean = mean;
        return copy;
    }
}
