// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Mergeable sufficient statistics of removal times: what tasks that each see a part of the items count, added up to the
 * estimates of all items together.
 */
package org.tilik.measure.removal.counts;
