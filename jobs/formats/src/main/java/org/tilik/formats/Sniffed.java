// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/**
 * A format recognised by its first bytes.
 *
 * @param format the format
 * @param cut how this text falls into records
 * @param reason what it was recognised by
 */
public record Sniffed(DumpFormat format, RecordCut cut, String reason) {}
