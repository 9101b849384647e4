// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.pipeline.removal.UnitHash;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * Copies of one account, or of one family, in one stratum. Flink needs it mutable, with public fields.
 */
public final class SourceSum {
    /** How sums travel between operators. */
    static final TypeInformation<SourceSum> TYPE = Types.POJO(SourceSum.class);

    /** How they are brought together; what differs comes first, because sorting looks at the first bytes first. */
    static final TypeInformation<Tuple2<Long, String>> KEY = Types.TUPLE(Types.LONG, Types.STRING);

    /** Label of the stratum. */
    public String stratum;
    /** Whether they are those of an account; of a family otherwise. */
    public boolean ofAccount;
    /** {@link UnitHash} of the account or the family; of the item where it has no family. */
    public long unit;

    public long copies;
    /** Those that are shares. */
    public long shares;
    /** Copies on a platform of which the source delivered a sample, drawn or seen only inside others. */
    public long sampled;
    /** Of a family: copies whose account is not known. */
    public long nameless;
    /** Of an account: most followers that a copy states, {@link Reach#NOT_STATED} where none does. */
    public long followers = Reach.NOT_STATED;

    /** What one copy adds in each of its strata. */
    static void of(SpreadItem item, SpreadPlan plan, Collector<SourceSum> out) {
        for (Stratum stratum : plan.strata().ofCopy(item.traits())) {
            if (item.accountKey != null) {
                SourceSum ofAccount = one(stratum, true, UnitHash.of(item.accountKey), item, plan);
                ofAccount.followers = item.followers();
                out.collect(ofAccount);
            }
            String family = item.familyId == null ? item.itemKey : item.familyId;
            SourceSum ofFamily = one(stratum, false, UnitHash.of(family), item, plan);
            if (ofFamily.sampled > 0 && item.fromEmbedded) {
                // The sample did not draw it: it says nothing of how many posts are shares.
                ofFamily.copies = 0;
                ofFamily.shares = 0;
            }
            ofFamily.nameless = item.accountKey == null ? 1 : 0;
            out.collect(ofFamily);
        }
    }

    private static SourceSum one(Stratum stratum, boolean ofAccount, long unit, SpreadItem item, SpreadPlan plan) {
        SourceSum sum = new SourceSum();
        sum.stratum = stratum.label();
        sum.ofAccount = ofAccount;
        sum.unit = unit;
        sum.copies = 1;
        sum.shares = item.isShare() ? 1 : 0;
        sum.sampled = plan.isSampled(item.platform) ? 1 : 0;
        return sum;
    }

    /** Both together. */
    SourceSum with(SourceSum other) {
        SourceSum both = new SourceSum();
        both.stratum = stratum;
        both.ofAccount = ofAccount;
        both.unit = unit;
        both.copies = copies + other.copies;
        both.shares = shares + other.shares;
        both.sampled = sampled + other.sampled;
        both.nameless = nameless + other.nameless;
        both.followers = Math.max(followers, other.followers);
        return both;
    }

    /** What sums have in common that are added up. */
    Tuple2<Long, String> key() {
        return Tuple2.of(unit, (ofAccount ? "account " : "family ") + stratum);
    }
}
