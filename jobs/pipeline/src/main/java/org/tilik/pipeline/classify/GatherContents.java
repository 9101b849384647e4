// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * Brings together what an item has in common with others: items that have nothing are finished, the others go on under
 * one of their contents, and contents of the same item are tied to each other.
 */
final class GatherContents extends AbstractStreamOperator<FamilyPart>
        implements OneInputStreamOperator<FamilyPart, FamilyPart>, BoundedOneInput {
    /** How two contents travel that belong together: their keys, and how similar they are, 0 to 1. */
    static final TypeInformation<Tuple3<String, String, Double>> TIE =
            Types.TUPLE(Types.STRING, Types.STRING, Types.DOUBLE);
    /** Pairs of contents that some item has both. */
    static final OutputTag<Tuple3<String, String, Double>> TIES = new OutputTag<>("ties", TIE);
    /** Rows of items that are in no family. */
    static final OutputTag<LabelRow> ALONE = new OutputTag<>("alone", RowType.of(Table.LABELS));

    /** Similarity of contents that belong together whatever the rule for similar texts is. */
    static final double SAME = 1;

    private static final long serialVersionUID = 1L;
    /** Copies mostly have the same contents in common, so the same ties come again and again. */
    private static final int RECENT_TIES = 1 << 12;

    private transient String[] recent;
    private transient LabelRow label;
    private transient String posted;
    private transient String variant;
    private transient boolean isExactCopy;
    private transient List<String> codes;

    @Override
    public void open() throws Exception {
        super.open();
        recent = new String[RECENT_TIES];
        codes = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<FamilyPart> element) {
        FamilyPart part = element.getValue();
        if (part.isHead()) {
            finishItem();
            label = part.label;
            posted = part.posted;
            variant = part.variant;
        } else {
            codes.add(part.content);
            isExactCopy |= part.flag;
        }
    }

    @Override
    public void endInput() {
        finishItem();
    }

    private void finishItem() {
        if (codes.isEmpty() && label != null) {
            output.collect(ALONE, new StreamRecord<>(label));
        } else if (label != null) {
            String first = Content.parse(codes.get(0)).key();
            for (String code : codes.subList(1, codes.size())) {
                tie(first, Content.parse(code).key());
            }
            output.collect(
                    new StreamRecord<>(FamilyPart.member(label, posted, variant, first, codes.get(0), isExactCopy)));
        }
        label = null;
        isExactCopy = false;
        codes.clear();
    }

    private void tie(String one, String other) {
        String both = one + other;
        int slot = both.hashCode() & (RECENT_TIES - 1);
        if (!both.equals(recent[slot])) {
            recent[slot] = both;
            output.collect(TIES, new StreamRecord<>(Tuple3.of(one, other, SAME)));
        }
    }
}
