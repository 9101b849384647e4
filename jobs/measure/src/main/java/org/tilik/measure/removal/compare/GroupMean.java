// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import org.tilik.measure.removal.RestrictedMean;

/** The mean hours visible of one group. */
public record GroupMean(String group, RestrictedMean mean) {}
