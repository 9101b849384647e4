// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

import org.tilik.classify.Head;

/**
 * How right one head is on one group of texts.
 *
 * @param groupBy what the group is one of: {@code all}, {@code language}, {@code dataset}, {@code kind}
 * @param group name of the group
 * @param head the head
 * @param metrics how right it is
 */
public record GroupMetrics(String groupBy, String group, Head head, HeadMetrics metrics) {}
