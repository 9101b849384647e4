// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Map;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.model.table.LabelRow;

/**
 * Completes the row of an item by what its text scores, and by its family.
 *
 * <p>An item that both a list and a label select is tracked by the one that follows it for longer. A label follows an
 * item from its first capture on: it needs text, and text exists only in what was still there. The same holds for
 * items tracked by their family alone: what selects them is another item, which must have survived.
 */
final class Labelling {
    private final Map<Head, Double> thresholds;

    /** Labelling by these thresholds of the study. */
    Labelling(Map<Head, Double> thresholds) {
        this.thresholds = Map.copyOf(thresholds);
    }

    /** Whether any score reaches the study's threshold for it. */
    boolean reaches(Classification scores) {
        return thresholds.entrySet().stream()
                .anyMatch(threshold -> scores.score(threshold.getKey()) >= threshold.getValue());
    }

    /** The row with language, label and scores, tracked where a score reaches its threshold. */
    LabelRow scored(LabelRow row, boolean yieldsToLabel, Classification scores) {
        boolean isAll = TrackedBy.ALL.id().equals(row.trackedBy());
        boolean byLabel = !isAll && yieldsToLabel && reaches(scores);
        return new LabelRow(
                row.platform(),
                row.month(),
                row.itemKey(),
                byLabel ? TrackedBy.LABEL.id() : row.trackedBy(),
                row.knownMatch(),
                row.knownAddedAtUtc(),
                row.isExactCopy(),
                row.familyId(),
                scores.language(),
                scores.languageConfidence(),
                scores.label(),
                scores.hateful(),
                scores.offensive(),
                scores.counter(),
                scores.extremistSupport(),
                !byLabel && row.isFollowedFromStart(),
                byLabel ? null : row.listedAtUtc(),
                !byLabel && row.isListedAtUnknown(),
                row.organisations(),
                row.modelId(),
                row.runId());
    }

    /**
     * The row of a member of a family.
     *
     * @param isTracked whether some member is tracked by list or label
     * @param isExactCopy whether the item holds the same file as such a member
     */
    static LabelRow inFamily(LabelRow row, String familyId, boolean isTracked, boolean isExactCopy) {
        boolean byFamily = isTracked && row.trackedBy() == null;
        return new LabelRow(
                row.platform(),
                row.month(),
                row.itemKey(),
                byFamily ? TrackedBy.FAMILY.id() : row.trackedBy(),
                row.knownMatch(),
                row.knownAddedAtUtc(),
                byFamily && isExactCopy,
                familyId,
                row.language(),
                row.languageConfidence(),
                row.label(),
                row.scoreHateful(),
                row.scoreOffensive(),
                row.scoreCounter(),
                row.scoreExtremistSupport(),
                row.isFollowedFromStart(),
                row.listedAtUtc(),
                row.isListedAtUnknown(),
                row.organisations(),
                row.modelId(),
                row.runId());
    }

    /** Whether the item is tracked for its own sake, so that its family is too. */
    static boolean isTrackedByItself(LabelRow row) {
        return TrackedBy.KNOWN.id().equals(row.trackedBy())
                || TrackedBy.LABEL.id().equals(row.trackedBy());
    }
}
