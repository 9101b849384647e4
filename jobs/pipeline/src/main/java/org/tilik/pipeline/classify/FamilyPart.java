// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.spread.variants.Similarity;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * An item or one of its contents on the way to its family, grouped anew for each step. Flink needs it mutable, with
 * public fields.
 */
public final class FamilyPart implements Grouped {
    /** How parts travel between operators. */
    static final TypeInformation<FamilyPart> TYPE = Types.POJO(
            FamilyPart.class,
            Map.of(
                    "group", Types.STRING,
                    "order", Types.STRING,
                    "itemKey", Types.STRING,
                    "posted", Types.STRING,
                    "content", Types.STRING,
                    "flag", Types.BOOLEAN,
                    "variant", Types.STRING,
                    "label", RowType.of(Table.LABELS)));

    /** What comes before every other part of its group: it says something about all of them. */
    static final String HEAD = "0";

    private static final String BODY = "1";

    /** Content, item or component by which parts are brought together. */
    public String group;
    /** Order in the group. */
    public String order;
    /** Null where the part stands for a content alone. */
    public String itemKey;
    /** Time of posting as text that sorts by time, unknown times last. */
    public String posted;
    /** {@link Content#code()}; of a content alone {@link Components#code()}, or how similar another text is to it. */
    public String content;
    /** Whether the part holds something that is tracked by list or label, or an exact copy of it. */
    public boolean flag;
    /** {@link Contents#variant}. */
    public String variant;
    /** The item's row; null where only the item's content is looked at. */
    public LabelRow label;

    /** For Flink. */
    public FamilyPart() {}

    private FamilyPart(String group, String order) {
        this.group = group;
        this.order = order;
    }

    /** One content of an item, grouped by content. */
    static FamilyPart content(Posting posting, String code) {
        FamilyPart part = new FamilyPart(Content.parse(code).key(), BODY + posting.label.itemKey());
        part.itemKey = posting.label.itemKey();
        part.content = code;
        return part;
    }

    /** Says that something tracked is in this group. */
    static FamilyPart tracked(String group) {
        FamilyPart part = new FamilyPart(group, HEAD);
        part.flag = true;
        return part;
    }

    /** Says that another text is as similar to this one. */
    static FamilyPart near(String text, Similarity similarity) {
        FamilyPart part = new FamilyPart(text, HEAD);
        part.content = similarity.name();
        return part;
    }

    /** An item, grouped with its contents. */
    static FamilyPart item(Posting posting) {
        FamilyPart part = new FamilyPart(posting.label.itemKey(), HEAD);
        part.itemKey = posting.label.itemKey();
        part.posted = posting.posted;
        part.variant = posting.variant;
        part.label = posting.label;
        return part;
    }

    /** A content that others have too, grouped with the other contents of its item. */
    static FamilyPart shared(String itemKey, String code, boolean isTracked) {
        FamilyPart part = new FamilyPart(itemKey, BODY + code);
        part.itemKey = itemKey;
        part.content = code;
        part.flag = isTracked;
        return part;
    }

    /** An item that is in some family, grouped by one of its contents. */
    static FamilyPart member(
            LabelRow label, String posted, String variant, String content, String code, boolean isExactCopy) {
        FamilyPart part = new FamilyPart(content, BODY);
        part.itemKey = label.itemKey();
        part.posted = posted;
        part.content = code;
        part.flag = isExactCopy;
        part.variant = variant;
        part.label = label;
        return part;
    }

    /** The components of a content, grouped with the items that have it. */
    static FamilyPart component(String content, Components components) {
        FamilyPart part = new FamilyPart(content, HEAD);
        part.content = components.code();
        return part;
    }

    /** The same member, grouped by the component of its contents, the earliest first. */
    FamilyPart inComponent(String component) {
        FamilyPart part = new FamilyPart(component, BODY + posted + itemKey);
        part.itemKey = itemKey;
        part.posted = posted;
        part.content = content;
        part.flag = flag;
        part.variant = variant;
        part.label = label;
        return part;
    }

    /** Whether it stands before the group's other parts. */
    boolean isHead() {
        return HEAD.equals(order);
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String order() {
        return order;
    }
}
