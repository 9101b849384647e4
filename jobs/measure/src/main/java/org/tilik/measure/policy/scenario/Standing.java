// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/** What an item is to a rule. */
public enum Standing {
    /** Its content breaks the rule: it counts as a copy, and what is known of it counts as a strike. */
    VIOLATING,
    /** Reporting, counter-speech or something harmless, which the rule may hit all the same. */
    PROTECTED,
    /** Neither; it may be a source for others, but counts nowhere. */
    OTHER
}
