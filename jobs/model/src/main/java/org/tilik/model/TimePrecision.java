// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** How finely the source states a time. */
public enum TimePrecision {
    MICRO,
    MILLI,
    SECOND,
    DAY
}
