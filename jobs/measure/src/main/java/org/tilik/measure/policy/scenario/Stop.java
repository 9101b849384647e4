// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/** What a rule does to the act of posting one copy. */
enum Stop {
    /** Nothing. */
    NOT,
    /** It stops the copy unless there is something left that its account could share. */
    WITHOUT_SOURCE,
    /** It stops the copy. */
    ALWAYS
}
