// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.List;

/** The public example data sets of the reference results, as removal data. */
public final class ReferenceData {

    private ReferenceData() {}

    /** Exact times with an event column of 0 and 1. */
    public static RemovalData timed(ReferenceTable input, String time) {
        RemovalDataBuilder data = RemovalData.builder(List.of());
        for (int i = 0; i < input.size(); i++) {
            double entry = input.has("entry") ? input.number(i, "entry") : Double.NEGATIVE_INFINITY;
            double t = input.number(i, time);
            data.add(entry, t, input.number(i, "event") > 0 ? t : Double.POSITIVE_INFINITY, 0, 1);
        }
        return data.build();
    }

    /** Exact times with an event column of 0 (censored) and cause numbers. */
    public static RemovalData byCause(ReferenceTable input, String... causes) {
        RemovalDataBuilder data = RemovalData.builder(List.of(causes));
        for (int i = 0; i < input.size(); i++) {
            double entry = input.has("entry") ? input.number(i, "entry") : Double.NEGATIVE_INFINITY;
            double t = input.number(i, "time");
            int cause = (int) input.number(i, "event");
            data.add(entry, t, cause > 0 ? t : Double.POSITIVE_INFINITY, cause, 1);
        }
        return data.build();
    }

    /** Brackets, an absent right end being infinity. */
    public static RemovalData brackets(ReferenceTable input, String left, String right) {
        RemovalDataBuilder data = RemovalData.builder(List.of());
        for (int i = 0; i < input.size(); i++) {
            double high = input.number(i, right);
            data.add(input.number(i, left), Double.isNaN(high) ? Double.POSITIVE_INFINITY : high);
        }
        return data.build();
    }
}
