// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/** What a reader of a fitted process must know before using it. */
public enum HawkesCaveat {
    /** The branching ratio is 1 or more: the process explodes; no total or half-life exists. */
    SUPERCRITICAL,
    /** The interval of the branching ratio reaches 1: growth without end is not ruled out. */
    INTERVAL_REACHES_ONE,
    /** The profile interval is open at an end, which is then NaN: the likelihood does not fall enough before the bound. */
    PROFILE_OPEN,
    /** The kernel's typical lag is shorter than the precision of the times, so that the kernel is not to be read. */
    FASTER_THAN_CLOCK,
    /** The kernel's typical lag is longer than the longest sequence: most offspring would come after the end. */
    SLOWER_THAN_FOLLOW_UP,
    /** Times that were equal were spread evenly within their precision. */
    TIES_SPREAD,
    /** The rescaled times do not look like those of the model (p below 0.05). */
    POOR_FIT
}
