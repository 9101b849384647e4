// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

/**
 * What tells one measure of a stratum from another; null = does not apply.
 *
 * @param metric id in datasets/metrics.yaml
 * @param unit {@code h} or {@code 1}
 * @param cause cause of disappearance
 * @param deadline hours after the clock's origin
 * @param quantile share, in (0, 1)
 * @param tau horizon of a mean, hours
 */
record MeasureKey(String metric, String unit, String cause, Double deadline, Double quantile, Double tau) {}
