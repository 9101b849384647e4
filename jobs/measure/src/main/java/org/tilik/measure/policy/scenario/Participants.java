// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/** Platforms that take part in something. */
@FunctionalInterface
public interface Participants {
    /** All of them. */
    Participants ALL = platform -> true;

    /** Whether the platform of this number takes part. */
    boolean include(int platform);
}
