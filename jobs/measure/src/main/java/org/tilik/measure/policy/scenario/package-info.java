// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Replay of observed copies under a rule that was not in force: one strike, removal within a deadline, a shared hash list,
 * a block at upload. How many copies would not have been there, between two bounds, and how many protected items the same
 * rule would have hit.
 *
 * <p>The replay decides copy by copy in order of posting and uses only what was known before each was posted. All results
 * are scenarios: they repeat what was observed with acts left out, and say nothing about what people would have done
 * instead beyond the two bounds. {@link org.tilik.measure.policy.scenario.ScenarioReplay} states them; {@link
 * org.tilik.measure.policy.scenario.AccountStrikes} goes before it. The closed form of a branching process, to print
 * beside a replay, is {@link org.tilik.measure.spread.dynamics.ExponentialCascade}.
 *
 * <p>Times are microseconds since one origin.
 */
package org.tilik.measure.policy.scenario;
