// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

/** How near an item is to being tracked, or not being tracked, by its own scores. */
public enum Standing {
    /** Tracked for its own sake, also where thresholds are raised. */
    TRACKED,
    /** Tracked by a score that reaches no raised threshold; no list names it. */
    ONLY_JUST,
    /** Not tracked for its own sake, but a score reaches a lowered threshold. */
    NEARLY,
    /** Neither it nor a member of its family is tracked, and no score reaches a lowered threshold. */
    NOT,
    /** Not tracked for its own sake, and nothing says whether it should be: without a text, or tracked by its family alone. */
    UNKNOWN;

    /** Whether the study tracks it for its own sake. */
    public boolean isTracked() {
        return this == TRACKED || this == ONLY_JUST;
    }

    /** Whether it would be tracked for its own sake at other thresholds. */
    public boolean isTracked(ThresholdShift shift) {
        return switch (shift) {
            case THRESHOLDS_RAISED -> this == TRACKED;
            case THRESHOLDS_LOWERED -> isTracked() || this == NEARLY;
        };
    }
}
