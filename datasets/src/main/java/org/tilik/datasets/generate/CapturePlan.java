// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * How the archive looks at items.
 *
 * @param submissions style of the RS files
 * @param comments style of the RC files
 * @param lateMeanHours PUSHSHIFT: mean delay of the one look, hours
 * @param lateLeastHours PUSHSHIFT: shortest delay of the one look, hours
 * @param noSecondLook ARCTIC_SHIFT: share of items without a second look
 * @param secondCaptures PUSHSHIFT: share of items that stand in the dump a second time, captured later
 * @param deletedAccounts share of items whose author closed the account: author {@code [deleted]}, text intact, which
 *     is no removal
 */
public record CapturePlan(
        ArchiveStyle submissions,
        ArchiveStyle comments,
        double lateMeanHours,
        double lateLeastHours,
        double noSecondLook,
        double secondCaptures,
        double deletedAccounts) {
    ArchiveStyle style(Form form) {
        return form == Form.COMMENT ? comments : submissions;
    }
}
