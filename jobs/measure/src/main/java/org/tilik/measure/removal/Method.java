// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** How a curve of items gone is estimated. */
public enum Method {
    /** Kaplan–Meier when every time is exact, Turnbull as soon as there is a bracket. */
    AUTO,
    /** Product-limit, exact times only. */
    KAPLAN_MEIER,
    /** Maximum likelihood on innermost intervals; takes brackets. */
    TURNBULL,
    /** Kaplan–Meier with a curve for each cause, exact times only. */
    AALEN_JOHANSEN
}
