// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import org.tilik.model.table.LabelRow;

/** Names under which the classify job counts what became of every item. */
public final class ClassifyCounts {
    /** Different normalised texts that were scored. */
    public static final String TEXTS_SCORED = "texts_scored";
    /** Items whose text was scored. */
    public static final String ITEMS_SCORED = "items_scored";
    /** Items without a text, or with one without a letter in it, or of a study without a model. */
    public static final String ITEMS_NOT_SCORED = "items_not_scored";
    /** Items that are not measured. */
    public static final String NOT_TRACKED = "items_not_tracked";
    /** Items in a family of two or more. */
    public static final String FAMILY_MEMBERS = "family_members";
    /** Families of two or more. */
    public static final String FAMILIES = "families";

    private ClassifyCounts() {}

    /** Name under which items tracked for this reason are counted. */
    public static String tracked(String trackedBy) {
        return "items_tracked." + trackedBy;
    }

    static void count(LabelRow row, Collector<Tuple2<String, Long>> out) {
        out.collect(Tuple2.of(row.label() == null ? ITEMS_NOT_SCORED : ITEMS_SCORED, 1L));
        out.collect(Tuple2.of(row.trackedBy() == null ? NOT_TRACKED : tracked(row.trackedBy()), 1L));
        if (row.familyId() != null) {
            out.collect(Tuple2.of(FAMILY_MEMBERS, 1L));
            if (row.familyId().equals(row.itemKey())) {
                out.collect(Tuple2.of(FAMILIES, 1L));
            }
        }
    }
}
