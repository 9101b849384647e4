// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** How far an item was taken from view; demotion, labels and age gates are not removal and have no value here. */
public enum Reach {
    ITEM,
    ACCOUNT,
    GEO_WITHHELD
}
