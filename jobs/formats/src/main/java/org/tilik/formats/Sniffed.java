// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/**
 * A format recognised by its first bytes.
 *
 * @param format the format
 * @param reason what it was recognised by
 */
public record Sniffed(DumpFormat format, String reason) {}
