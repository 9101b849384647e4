// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.util.List;
import java.util.SortedMap;
import org.tilik.measure.removal.RemovalData;

/**
 * The rows of a file by group.
 *
 * @param strata rows by name of the group, in the order of names; all have the same causes
 * @param causes names of the causes, sorted; none when causes are not told apart
 * @param rowsLeftOut rows that the values asked for left out
 */
public record Lifetimes(SortedMap<String, RemovalData> strata, List<String> causes, long rowsLeftOut) {}
