// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

/**
 * What a push stream delivered of one platform.
 *
 * @param firstMillis capture of the first record, in milliseconds since 1970
 * @param lastMillis capture of the last record
 * @param notices how many of them were notices of a disappearance
 */
public record PushedRecords(long firstMillis, long lastMillis, long notices) {
    PushedRecords plus(PushedRecords other) {
        return new PushedRecords(
                Math.min(firstMillis, other.firstMillis),
                Math.max(lastMillis, other.lastMillis),
                notices + other.notices);
    }
}
