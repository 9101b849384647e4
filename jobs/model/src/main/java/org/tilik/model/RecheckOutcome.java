// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** What a later look at an item found; BLOCKED and ERROR say nothing about the item itself. */
public enum RecheckOutcome {
    ALIVE,
    GONE,
    BLOCKED,
    ERROR
}
