// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

/**
 * What run.json says about one input.
 *
 * @param name path relative to the study
 * @param bytes size as stored
 * @param sha256 hash of the whole file in hex, computed while it was read; null before
 * @param format format it was read as; null for an archive whose members have their own, and when it was not recognised
 * @param records records in it, each bad one counted; null before it was read
 */
public record InputReport(String name, long bytes, String sha256, String format, Long records) {
    /** An input that has not been read yet. */
    public static InputReport unread(InputFile input) {
        String format = input.format() == null ? null : input.format().id();
        return new InputReport(input.name(), input.bytes(), null, format, null);
    }
}
