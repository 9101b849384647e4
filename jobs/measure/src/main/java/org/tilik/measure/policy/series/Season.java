// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

/** What of the year the model takes out. */
public enum Season {
    /** Nothing. */
    NONE(0),
    /** One wave a year: a sine and a cosine with a period of 52.1775 weeks. */
    YEARLY_WAVE(2);

    /** Less than this many weeks from first to last do not tell a season from a trend. */
    static final long LEAST_WEEKS = 104;

    private static final double WEEKS_A_YEAR = 365.2425 / 7;

    private final int terms;

    Season(int terms) {
        this.terms = terms;
    }

    int terms() {
        return terms;
    }

    /** Writes the terms of a week into a row of the design. */
    void write(long week, double[] row, int at) {
        if (terms > 0) {
            double angle = 2 * Math.PI * week / WEEKS_A_YEAR;
            row[at] = Math.sin(angle);
            row[at + 1] = Math.cos(angle);
        }
    }
}
