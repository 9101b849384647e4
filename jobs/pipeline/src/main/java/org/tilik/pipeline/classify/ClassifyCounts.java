// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import org.tilik.measure.spread.variants.Similarity;
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

    /** Different normalised texts that are long enough to be compared with others. */
    public static final String TEXTS_COMPARED = "texts_compared";
    /** Pairs of such texts whose similarity was worked out. */
    public static final String TEXT_PAIRS_COMPARED = "text_pairs_compared";
    /** Those of them that are similar enough to make a family. */
    public static final String TEXT_PAIRS_NEAR = "text_pairs_near";
    /** Buckets of texts too full for all to be compared with all. */
    public static final String TEXT_BUCKETS_CUT = "text_buckets_cut";

    private ClassifyCounts() {}

    /** Name under which families are counted that would be there if texts had to be as similar as this. */
    public static String families(Similarity similarity) {
        return FAMILIES + rule(similarity);
    }

    /** The same for their items. */
    public static String familyMembers(Similarity similarity) {
        return FAMILY_MEMBERS + rule(similarity);
    }

    /** Name of the number of items of the largest of these families. */
    public static String largestFamily(Similarity similarity) {
        return "largest_family" + rule(similarity);
    }

    private static String rule(Similarity similarity) {
        return similarity == Similarity.STANDARD ? "" : ".similarity_" + similarity.least();
    }

    /** Name under which items tracked for this reason are counted. */
    public static String tracked(String trackedBy) {
        return "items_tracked." + trackedBy;
    }

    static void count(LabelRow row, Collector<Tuple2<String, Long>> out) {
        out.collect(Tuple2.of(row.label() == null ? ITEMS_NOT_SCORED : ITEMS_SCORED, 1L));
        out.collect(Tuple2.of(row.trackedBy() == null ? NOT_TRACKED : tracked(row.trackedBy()), 1L));
        if (row.familyId() != null) {
            out.collect(Tuple2.of(FAMILY_MEMBERS, 1L));
        }
    }
}
