// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Locale;

/** Other thresholds of label scores by which a study might have tracked, so that readers see what hangs on them. */
public enum ThresholdShift {
    /** Each a tenth higher, but at most half-way to 1. */
    THRESHOLDS_RAISED,
    /** Each a tenth lower, but at least half of it. */
    THRESHOLDS_LOWERED;

    private static final double STEP = 0.1;
    private static final double HALF = 0.5;
    private static final double DIGITS = 1e9;

    /** The threshold that stands in place of this one of the study; both are scores in [0, 1]. */
    public double of(double threshold) {
        return rounded(
                switch (this) {
                    case THRESHOLDS_RAISED -> Math.min(threshold + STEP, HALF * (threshold + 1));
                    case THRESHOLDS_LOWERED -> Math.max(threshold - STEP, HALF * threshold);
                });
    }

    /** As people would write the sum: 0.7 + 0.1 is 0.8. */
    private static double rounded(double score) {
        return Math.rint(score * DIGITS) / DIGITS;
    }

    /** {@code correction_method} of rows. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
