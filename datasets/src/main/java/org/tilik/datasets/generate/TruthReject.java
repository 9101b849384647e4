// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One planted bad record; columns are those of {@code truth_rejects.avsc}.
 *
 * @param sourceFile file name relative to the simulated folder
 * @param sourceMember name of the member inside an archive, null for files without members
 * @param record number of the record in file or member, from 1; blank lines and a CSV header do not count
 * @param reason reject reason it must come out with
 */
public record TruthReject(String sourceFile, String sourceMember, long record, String reason) {}
