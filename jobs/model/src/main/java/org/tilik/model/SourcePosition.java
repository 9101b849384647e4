// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Comparator;

/**
 * Where a record stands: input file (relative to the study), archive member in it, and record number from 1.
 *
 * <p>The natural order is by file, member and record; it does not depend on the order in which files are read, so
 * that ties between captures are broken the same way in every run.
 *
 * @param file path of the input relative to the study file, with forward slashes
 * @param member name inside an archive, or the empty string
 * @param record number of the record in the file or member, from 1; blank lines do not count
 */
public record SourcePosition(String file, String member, long record) implements Comparable<SourcePosition> {
    private static final Comparator<SourcePosition> ORDER = Comparator.comparing(SourcePosition::file)
            .thenComparing(SourcePosition::member)
            .thenComparingLong(SourcePosition::record);

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }
}
