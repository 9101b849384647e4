// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/** What a list of hashes recognises. */
public enum Match {
    /** The same variant: an equal hash. */
    EXACT,
    /** Every variant of the family: a near hash. */
    NEAR
}
