// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.exposure.ViewedItem;

/**
 * The views of a measured item, on its way to its strata; times in hours. Flink needs it mutable, with public fields.
 */
public final class ViewFact {
    /** Labels of the strata that count it. */
    public String[] strata;
    /** Null where unknown. */
    public String accountKey;
    /** Null where the item has no family. */
    public String familyId;

    public double entry;
    public double lower;
    /** Infinity when it was not seen gone. */
    public double upper;
    /** Null when it was not seen gone. */
    public String cause;

    public boolean confirmed;
    /** Views known until it was gone or last seen; the most that there can be, infinity where that is not known. */
    public double viewsLow;

    public double viewsHigh;
    /** Whether the last sighting counted the views, so that they are exact until then. */
    public boolean countedWhenLastSeen;
    /** Cumulative counts in order of time, where the origin is posting; else none. */
    public double[] hours;

    public double[] views;

    /**
     * The same as the estimators take it, in a family of this number.
     *
     * @param censorUnconfirmed whether a single last absence is taken as not gone
     */
    ViewedItem toItem(int family, boolean censorUnconfirmed) {
        boolean censored = upper == Double.POSITIVE_INFINITY || (censorUnconfirmed && !confirmed);
        double unknown = Double.POSITIVE_INFINITY;
        List<ViewedItem.CountAt> counts = new ArrayList<>();
        for (int i = 0; i < hours.length; i++) {
            counts.add(new ViewedItem.CountAt(hours[i], views[i]));
        }
        return new ViewedItem(
                entry,
                lower,
                censored ? unknown : upper,
                censored ? null : cause,
                viewsLow,
                !censored ? viewsHigh : countedWhenLastSeen ? viewsLow : unknown,
                counts,
                family);
    }
}
