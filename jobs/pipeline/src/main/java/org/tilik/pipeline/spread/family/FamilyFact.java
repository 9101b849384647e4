// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.pipeline.removal.UnitHash;

/**
 * What one content says in the measures of a stratum, from the copies that headline measures count; there may be a single
 * one. Flink needs it mutable, with public fields.
 */
public final class FamilyFact {
    /** How facts travel between operators. */
    public static final TypeInformation<FamilyFact> TYPE = Types.POJO(FamilyFact.class);

    /** Numbers of copies until which the time is measured. */
    public static final List<Integer> SIZES = List.of(10, 100, 1000);

    /** Labels of the strata of the first copy, the widest first; of the pair of platforms where it is about that. */
    public String[] strata = {};
    /** {@link UnitHash} of the family. */
    public long unit;
    /** Copies; of a pair, those on both platforms. */
    public long copies;
    /** Hashes of different accounts, ascending, no more than it takes to publish. */
    public long[] accounts = {};
    /** Whether copies may be missing, as in a sample, or the time of one is unknown. */
    public boolean speedUnknown;
    /** Hours from the first copy until there were as many as each of {@link #SIZES}; NaN where there were not. */
    public double[] hoursTo = {};
    /** Hours from the first copy until when further ones would have been seen; below 0 where it came after that. */
    public double followedHours;
    /** Hours in which new copies doubled; NaN where no growth was seen. */
    public double doublingHours;
    /** Hours since the first copy of each that a fitted process takes, ascending; empty where none is fitted. */
    public double[] hours = {};
    /** Hours until which {@link #hours} would hold further copies. */
    public double processHours;
    /** To how many hours times are rounded. */
    public double precisionHours;
    /** Whether it is about a pair of platforms. */
    public boolean ofPair;
    /** Hours from the first copy on a platform to the first on another; NaN where nobody knows which was first, or for no pair. */
    public double jumpHours = Double.NaN;
}
