// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/** An item on its way to its labels, grouped by its normalised text. Flink needs it mutable, with public fields. */
public final class Posting implements Grouped {
    /** How postings travel between operators. */
    static final TypeInformation<Posting> TYPE = Types.POJO(
            Posting.class,
            Map.of(
                    "words", Types.STRING,
                    "posted", Types.STRING,
                    "kind", Types.STRING,
                    "accountKey", Types.STRING,
                    "text", Types.STRING,
                    "yieldsToLabel", Types.BOOLEAN,
                    "contents", Types.LIST(Types.STRING),
                    "variant", Types.STRING,
                    "reached", Types.LIST(Types.STRING),
                    "label", RowType.of(Table.LABELS)));

    /** Key of the normalised text; null where there is none to score. */
    public String words;
    /** Time of posting as text that sorts by time, unknown times last. */
    public String posted;

    public String kind;
    /** Null where unknown. */
    public String accountKey;
    /** The words as posted; null once they are scored, so that no later step carries them. */
    public String text;
    /** {@link KnownMatch#yieldsToLabel()}. */
    public boolean yieldsToLabel;
    /** {@link Content#code()} of each. */
    public List<String> contents;
    /** {@link Contents#variant}. */
    public String variant;
    /** Heads whose score reaches the model's own threshold in the language of the text. */
    public List<String> reached = List.of();
    /** What is known of the item's row so far. */
    public LabelRow label;

    @Override
    public String group() {
        return words;
    }

    @Override
    public String order() {
        return posted + label.itemKey();
    }
}
