// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import org.tilik.model.RejectReason;

/**
 * Something in a dump file that could not be cut into a record: an oversize line, a truncated or corrupt archive.
 *
 * @param reason why
 * @param record number that the record would have had, from 1
 * @param offset where it begins in the uncompressed stream, in bytes
 * @param detail what was found and what was expected, without any of the record's text
 */
public record ReadProblem(RejectReason reason, long record, long offset, String detail) {}
