// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One planted bad record; columns are those of {@code truth_rejects.avsc}.
 *
 * @param sourceFile file name relative to the simulated folder
 * @param record number of the record in the file, from 1; blank lines and a CSV header do not count
 * @param reason reject reason it must come out with
 */
public record TruthReject(String sourceFile, long record, String reason) {}
