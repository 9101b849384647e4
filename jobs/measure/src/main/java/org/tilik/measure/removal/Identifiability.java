// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** What the data can say about a share: one number, only bounds, or nothing. */
public enum Identifiability {
    /** One number. */
    POINT,
    /** Only a lowest and a highest value that the data allow. */
    BOUNDS,
    /** Nothing: every value is compatible with the data. */
    NONE
}
