// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.overremoval;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.spread.SpreadItem;

/** What over-removal asks of one item; times in hours since posting. Flink needs it mutable, with public fields. */
public final class CodedFact {
    /** How facts travel between operators. */
    static final TypeInformation<CodedFact> TYPE = Types.POJO(CodedFact.class);

    private static final double MICROS_AN_HOUR = TimeUnit.HOURS.toMicros(1);

    /** Number of the item in the audit; −1 where it is in none. */
    public int number = -1;

    public double entry;
    public double lower;
    public double upper;
    /** Null where it was not seen gone. */
    public String cause;

    public boolean confirmed;
    /** Whether it was seen again after it was removed. */
    public boolean restored;
    /** Null where unknown. */
    public String accountKey;

    /**
     * A measured item, under observation from its first capture at the earliest: coders read words, and words are left only
     * of what was still there.
     */
    static CodedFact of(PolicyItem item, int number) {
        CodedFact fact = new CodedFact();
        fact.number = number;
        fact.entry = Math.max(item.entry, capturedAfter(item.item));
        fact.lower = item.lower;
        fact.upper = item.upper;
        fact.cause = item.cause;
        fact.confirmed = item.confirmed;
        fact.restored = isRestored(item.item);
        fact.accountKey = item.item.accountKey;
        return fact;
    }

    private static double capturedAfter(SpreadItem item) {
        boolean isKnown = item.enteredAt != null && item.postedAt != null;
        return isKnown ? (item.enteredAt - item.postedAt) / MICROS_AN_HOUR : 0;
    }

    /** Whether it was watched for any time. */
    boolean isFollowed() {
        return (Double.isFinite(upper) ? upper : lower) > entry;
    }

    private static boolean isRestored(SpreadItem item) {
        return item.spanNumbers.length > 1 && item.spanGone[0] != SpreadItem.NEVER && item.spanRemoved[0];
    }

    /** A copy, to be kept where Flink reuses objects. */
    CodedFact copy() {
        CodedFact copy = new CodedFact();
        copy.number = number;
        copy.entry = entry;
        copy.lower = lower;
        copy.upper = upper;
        copy.cause = cause;
        copy.confirmed = confirmed;
        copy.restored = restored;
        copy.accountKey = accountKey;
        return copy;
    }
}
