// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One record of the simulated files; columns are those of {@code truth_events.avsc}.
 *
 * @param sourceFile file name relative to the simulated folder
 * @param sourceMember name of the member inside an archive, null for files without members
 * @param record number of the record in file or member, from 1; blank lines and a CSV header do not count
 * @param what kind of record: submission, comment, status, deletion, withholding, limit, recheck, referral or bad
 * @param platform reddit or twitter, null where the record names none
 * @param itemId raw id of the item it is about, null where it names none
 * @param disposition item, observation, duplicate, ignored or rejected
 * @param reason why it is ignored or rejected, else null
 */
public record TruthEvent(
        String sourceFile,
        String sourceMember,
        long record,
        String what,
        String platform,
        String itemId,
        String disposition,
        String reason) {}
