// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

/**
 * What was measured of the items posted in one week, in the unit of the series.
 *
 * @param week as {@link Weeks} numbers it
 * @param low the lowest value that the data allow
 * @param high the highest; equal to {@code low} where the value is known
 * @param items how many items the value rests on
 * @param weight of the week in the fit, relative to others; 1 where weeks count alike
 */
public record WeekValue(long week, double low, double high, long items, double weight) {

    /** Refuses values that are no numbers, bounds that cross, and weights that are not above 0. */
    public WeekValue {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("The value of the week from " + Weeks.monday(week) + " is [" + low + ", "
                    + high + "], expected finite numbers in this order; leave out a week without a value.");
        }
        if (items < 0 || !(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("The week from " + Weeks.monday(week) + " has " + items
                    + " items and weight " + weight + ", expected items from 0 and a finite weight above 0.");
        }
    }

    /** A week whose value is known, of weight 1. */
    public static WeekValue exact(long week, double value, long items) {
        return new WeekValue(week, value, value, items, 1);
    }

    /** A week of which only bounds are known, of weight 1. */
    public static WeekValue between(long week, double low, double high, long items) {
        return new WeekValue(week, low, high, items, 1);
    }

    /** Whether the value is known. */
    public boolean isExact() {
        return low == high;
    }
}
