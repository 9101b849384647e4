// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.strata;

/**
 * What is known of an item that a study may group by.
 *
 * @param platform platform, lower case
 * @param month calendar month of posting, or {@code unknown}
 * @param kind POST, REPLY, QUOTE or SHARE
 * @param language language code, or {@code und}
 * @param label label of the text; null where nothing was scored
 * @param trackedBy why the item is measured; null where it is not or that does not matter
 */
public record ItemTraits(String platform, String month, String kind, String language, String label, String trackedBy) {}
