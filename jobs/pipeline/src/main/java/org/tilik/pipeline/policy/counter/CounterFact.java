// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.pipeline.spread.SpreadItem;

/** What shares and ratios ask of one item. Flink needs it mutable, with public fields. */
public final class CounterFact {
    /** How facts travel between operators. */
    static final TypeInformation<CounterFact> TYPE = Types.POJO(CounterFact.class);

    /** Number of the item in the audit; −1 where it is in none. */
    public int number = -1;
    /** Whether its text was scored. */
    public boolean scored;
    /** Whether the classifier calls it counter-speech. */
    public boolean counter;
    /** Whether the classifier calls it hateful or support of a violent organisation. */
    public boolean violating;
    /** Least views; null where nobody counted. */
    public Long viewsLower;
    /** Most views; null without a later count. */
    public Long viewsUpper;
    /** Null where unknown. */
    public String accountKey;

    static CounterFact of(SpreadItem item, int number) {
        CounterFact fact = new CounterFact();
        fact.number = number;
        fact.scored = item.label != null;
        fact.counter = isCounter(item);
        fact.violating = isViolating(item);
        fact.viewsLower = item.viewsLower;
        fact.viewsUpper = item.viewsUpper;
        fact.accountKey = item.accountKey;
        return fact;
    }

    /** Whether its views are one number. */
    boolean knowsViews() {
        return viewsLower != null && viewsLower.equals(viewsUpper);
    }

    /** A copy, to be kept where Flink reuses objects. */
    CounterFact copy() {
        CounterFact copy = new CounterFact();
        copy.number = number;
        copy.scored = scored;
        copy.counter = counter;
        copy.violating = violating;
        copy.viewsLower = viewsLower;
        copy.viewsUpper = viewsUpper;
        copy.accountKey = accountKey;
        return copy;
    }

    static boolean isCounter(SpreadItem item) {
        return CodedClass.COUNTER.id().equals(item.label);
    }

    static boolean isViolating(SpreadItem item) {
        return item.label != null
                && CodedClass.byId(item.label).filter(CodedClass::isViolating).isPresent();
    }
}
