// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import java.util.Comparator;

/**
 * A group of items from which a share is drawn for coding.
 *
 * @param platform platform
 * @param language language, {@code other} for those that are pooled
 * @param band score band of the head by which the sample is drawn
 */
public record AuditStratum(String platform, String language, ScoreBand band) implements Comparable<AuditStratum> {
    /** Stands for all languages that have no stratum of their own. */
    public static final String OTHER_LANGUAGE = "other";

    private static final Comparator<AuditStratum> ORDER = Comparator.comparing(AuditStratum::platform)
            .thenComparing(AuditStratum::language)
            .thenComparing(AuditStratum::band);

    /** Bands of scores; the upper end of the last is part of it, of the others not. */
    public enum ScoreBand {
        /** Hardly ever labelled; where what the model misses would be. */
        LOW(0, 0.1),
        /** Below every usual threshold. */
        MIDDLE(0.1, 0.5),
        /** Around usual thresholds. */
        HIGH(0.5, 0.8),
        /** Above them. */
        TOP(0.8, 1);

        private final double from;
        private final double until;

        ScoreBand(double from, double until) {
            this.from = from;
            this.until = until;
        }

        /** Lowest score of the band. */
        public double from() {
            return from;
        }

        /** Where the next band begins, 1 for the last. */
        public double until() {
            return until;
        }

        /** The band of a score. */
        public static ScoreBand of(double score) {
            for (ScoreBand band : values()) {
                if (score < band.until) {
                    return band;
                }
            }
            return TOP;
        }
    }

    /** The same stratum, its language pooled with others. */
    AuditStratum inOtherLanguage() {
        return new AuditStratum(platform, OTHER_LANGUAGE, band);
    }

    @Override
    public int compareTo(AuditStratum other) {
        return ORDER.compare(this, other);
    }
}
