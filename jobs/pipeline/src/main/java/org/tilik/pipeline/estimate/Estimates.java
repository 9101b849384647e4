// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.util.SortedMap;
import org.tilik.measure.removal.NaiveFigures;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.compare.GroupComparison;

/**
 * What the rows of a file say, group by group.
 *
 * @param strata estimates by name of the group, in the order of names
 * @param naive the figures that are often printed and are wrong, by name of the group; empty unless asked for
 * @param comparison whether the groups differ
 * @param rowsLeftOut rows that the values asked for left out
 */
public record Estimates(
        SortedMap<String, RemovalEstimate> strata,
        SortedMap<String, NaiveFigures> naive,
        GroupComparison comparison,
        long rowsLeftOut) {}
