// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * Names each family after its earliest member, which comes first, and tells all members whether it is tracked. An item that
 * turns out to be alone (an image that nothing is similar to) is in no family.
 */
final class CloseFamilies extends AbstractStreamOperator<LabelRow>
        implements OneInputStreamOperator<FamilyPart, LabelRow>, BoundedOneInput {
    /** Rows of family_members. */
    static final OutputTag<FamilyMemberRow> MEMBERS = new OutputTag<>("members", RowType.of(Table.FAMILY_MEMBERS));

    private static final long serialVersionUID = 1L;

    private transient String component;
    private transient boolean tracked;
    private transient String familyId;
    private transient LabelRow onlyMember;
    private transient boolean onlyIsExactCopy;
    private transient String onlyContent;
    private transient String onlyVariant;
    private transient long families;

    @Override
    public void processElement(StreamRecord<FamilyPart> element) {
        FamilyPart part = element.getValue();
        if (!part.group.equals(component)) {
            finishFamily();
            component = part.group;
            tracked = false;
            familyId = null;
        }
        if (part.isHead()) {
            tracked = true;
        } else if (familyId == null) {
            familyId = familyId(part.itemKey);
            onlyMember = part.label;
            onlyIsExactCopy = part.flag;
            onlyContent = part.content;
            onlyVariant = part.variant;
        } else {
            if (onlyMember != null) {
                emit(onlyMember, onlyContent, onlyVariant, onlyIsExactCopy);
                onlyMember = null;
                families++;
            }
            emit(part.label, part.content, part.variant, part.flag);
        }
    }

    @Override
    public void endInput() {
        finishFamily();
        output.collect(JobCounts.TAG, new StreamRecord<>(Tuple2.of(ClassifyCounts.FAMILIES, families)));
    }

    private void finishFamily() {
        if (onlyMember != null) {
            output.collect(new StreamRecord<>(onlyMember));
            onlyMember = null;
        }
    }

    /** An id that stands for the family in published tables too, where the key of an item may not stand. */
    static String familyId(String earliest) {
        return Content.digest("family\u001f" + earliest);
    }

    private void emit(LabelRow row, String code, String variant, boolean isExactCopy) {
        output.collect(new StreamRecord<>(Labelling.inFamily(row, familyId, tracked, isExactCopy)));
        output.collect(
                MEMBERS,
                new StreamRecord<>(new FamilyMemberRow(
                        row.platform(),
                        row.month(),
                        familyId,
                        row.itemKey(),
                        Content.parse(code).joinedBy().id(),
                        variant,
                        row.runId())));
    }
}
