// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tilik.classify.Head;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;

/**
 * Says how near items are to being tracked, from their rows in labels.
 *
 * <p>Thresholds decide only what an item's own scores decide: what a list or the study names stays tracked, and so do the
 * exact copies that its family brings in.
 *
 * @param thresholds of the study, by label
 * @param hasModel whether texts are scored
 * @param includesOthers whether items that are not nearly tracked are wanted too
 */
public record Standings(Map<Head, Double> thresholds, boolean hasModel, boolean includesOthers)
        implements Serializable {
    /** Columns of labels that are needed. */
    public static final Set<String> COLUMNS = Set.of(
            "tracked_by",
            "known_match",
            "is_exact_copy",
            "label",
            "score_hateful",
            "score_offensive",
            "score_counter",
            "score_extremist_support");

    /** Of a study in which no score decides. */
    public static final Standings WITHOUT_SCORES = new Standings(Map.of(), false, false);

    /** Keeps its own copy. */
    public Standings {
        thresholds = new TreeMap<>(thresholds);
    }

    /** Those of a run, of what is tracked and what nearly is. */
    public static Standings of(Run run) {
        Study.Track track = run.study().track();
        Map<Head, Double> thresholds = new TreeMap<>();
        if (!track.all()) {
            track.labels()
                    .forEach((head, threshold) -> thresholds.put(Head.byId(head).orElseThrow(), threshold));
        }
        return new Standings(thresholds, run.modelId() != null, false);
    }

    /** The same, of all items. */
    public Standings withOthers() {
        return new Standings(thresholds, hasModel, true);
    }

    /** Whether an item is to be followed, among the tracked ones or beside them. */
    public boolean isFollowed(LabelRow row) {
        Standing standing = of(row);
        return row.trackedBy() != null || standing == Standing.NEARLY || (includesOthers && standing == Standing.NOT);
    }

    /** How near this item is. */
    public Standing of(LabelRow row) {
        boolean byFamily = TrackedBy.FAMILY.id().equals(row.trackedBy()) && !row.isExactCopy();
        if (row.trackedBy() != null && !byFamily) {
            boolean onlyByScore = TrackedBy.LABEL.id().equals(row.trackedBy()) && row.knownMatch() == null;
            return onlyByScore && !reaches(row, ThresholdShift.THRESHOLDS_RAISED)
                    ? Standing.ONLY_JUST
                    : Standing.TRACKED;
        }
        if (row.label() != null && reaches(row, ThresholdShift.THRESHOLDS_LOWERED)) {
            return Standing.NEARLY;
        }
        return byFamily || (hasModel && row.label() == null) ? Standing.UNKNOWN : Standing.NOT;
    }

    private boolean reaches(LabelRow row, ThresholdShift shift) {
        return thresholds.entrySet().stream()
                .anyMatch(entry -> score(row, entry.getKey()) >= shift.of(entry.getValue()));
    }

    /** The score of one head in the row of a scored item. */
    static double score(LabelRow row, Head head) {
        return switch (head) {
            case HATEFUL -> row.scoreHateful();
            case OFFENSIVE -> row.scoreOffensive();
            case COUNTER -> row.scoreCounter();
            case EXTREMIST_SUPPORT -> row.scoreExtremistSupport();
        };
    }
}
