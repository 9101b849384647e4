// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/** Whether the account of an item was barred from posting when it was posted, under one strike. */
public enum Bar {
    /** It was not. */
    NOT,
    /** It may have been: the strike has a bracket, or stands on an item that the rule may have stopped itself. */
    POSSIBLY,
    /** It was, wherever in their brackets the strikes lie. */
    SURELY
}
