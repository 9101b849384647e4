// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/** Which end of what is known a replay takes. */
enum Certainty {
    /** The earliest that something may have been known, from every copy that was observed: for the upper bound. */
    POSSIBLE,
    /** The latest, and only from copies that would have been there in any case: for the lower bound. */
    SURE
}
