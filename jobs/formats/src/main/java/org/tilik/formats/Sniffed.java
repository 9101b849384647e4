// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A format recognised by its first bytes.
 *
 * @param format the format
 * @param cut how this text falls into records
 * @param reason what it was recognised by
 */
public record Sniffed(DumpFormat format, RecordCut cut, String reason) {
    /** What is to be said where several formats are alike. */
    public static String tie(List<Sniffed> candidates) {
        return "The beginning of this text is that of several formats: "
                + candidates.stream()
                        .map(known -> known.format().id() + " (" + known.reason() + ")")
                        .collect(Collectors.joining(", "))
                + ". Name the right one in the study (format: …).";
    }
}
