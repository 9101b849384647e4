// SPDX-License-Identifier: GPL-3.0-or-later
/** What rules that were not in force would have averted, replayed on what was observed: scenarios, with their bounds. */
package org.tilik.pipeline.policy.scenario;
