// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import java.util.Locale;
import org.tilik.export.MeasureRow;

/** A number of a table in words: shares in per cent, hours with one decimal. */
public final class NumberText {
    private static final int PERCENT = 100;
    private static final int MANY = 1000;
    private static final String SHARE = "share";
    private static final String DIFFERENCE = "over_removal.difference_within";

    private NumberText() {}

    /** The estimate, or the bounds, or that there is none. */
    public static String value(MeasureRow row) {
        if (row.estimate() != null) {
            return one(row.estimate(), row);
        }
        if (row.boundLow() != null && row.boundHigh() != null) {
            String low = one(row.boundLow(), row);
            String high = one(row.boundHigh(), row);
            // The innermost interval of a quantile is where the likeliest curve has it, no bound of what is possible.
            String most = isQuantile(row) ? "most likely " : "";
            return most + (low.equals(high) ? low : "between " + low + " and " + high);
        }
        return "not identified by these data";
    }

    /** The interval with its level; empty where there is none. */
    public static String interval(MeasureRow row) {
        if (row.ciLow() == null || row.ciHigh() == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%s %% interval %s to %s",
                trimmed(PERCENT * row.confLevel()),
                one(row.ciLow(), row),
                one(row.ciHigh(), row));
    }

    /** A value in the row's unit. */
    static String one(double value, MeasureRow row) {
        if (row.unit().equals("h")) {
            return String.format(Locale.ROOT, "%,.1f h", value);
        }
        if (isChangeOfShare(row)) {
            return String.format(Locale.ROOT, "%+.1f percentage points", PERCENT * value)
                    + (row.unit().equals("1") ? "" : " a week");
        }
        if (isShare(row)) {
            return String.format(Locale.ROOT, "%.1f %%", PERCENT * value);
        }
        String number = Math.abs(value) >= MANY
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
        return row.unit().equals("1") ? number : number + " " + row.unit();
    }

    /** Without zeros at the end: 24, 0.5. */
    static String trimmed(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf((double) Math.round(value * MANY) / MANY);
    }

    private static boolean isQuantile(MeasureRow row) {
        return row.unit().equals("h")
                && (row.quantile() != null || row.metricId().matches(".*(median|quantile).*"));
    }

    /** Changes of shares are read in points: a rise from 10 to 12 per cent is none of 2 per cent. */
    private static boolean isChangeOfShare(MeasureRow row) {
        String outcome = row.metricId().equals(DIFFERENCE) ? SHARE : row.said("outcome_metric_id");
        return outcome != null
                && row.unit().matches("1(/wk)?")
                && isNamedShare(outcome)
                && !isNamedShare(row.metricId());
    }

    private static boolean isNamedShare(String metricId) {
        return metricId.matches("(.*[._])?(share|rate|precision)([._].*)?");
    }

    /** Counts have the unit 1 too; only shares and rates are read in per cent. */
    private static boolean isShare(MeasureRow row) {
        return row.unit().equals("1") && isNamedShare(row.metricId());
    }
}
