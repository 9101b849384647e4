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

    static CounterFact of(SpreadItem item) {
        CounterFact fact = new CounterFact();
        fact.scored = item.label != null;
        fact.counter = isCounter(item);
        fact.violating = isViolating(item);
        fact.viewsLower = item.viewsLower;
        fact.viewsUpper = item.viewsUpper;
        fact.accountKey = item.accountKey;
        return fact;
    }

    static boolean isCounter(SpreadItem item) {
        return CodedClass.COUNTER.id().equals(item.label);
    }

    static boolean isViolating(SpreadItem item) {
        return item.label != null
                && CodedClass.byId(item.label).filter(CodedClass::isViolating).isPresent();
    }
}
