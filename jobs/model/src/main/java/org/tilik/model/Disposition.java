// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** The one fate of every dump record; the six add up to the records read. */
public enum Disposition {
    ITEM,
    OBSERVATION,
    LEDGER,
    DUPLICATE,
    IGNORED,
    REJECTED
}
