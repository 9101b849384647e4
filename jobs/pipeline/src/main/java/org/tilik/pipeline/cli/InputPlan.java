// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.Locale;

/**
 * What a dry run says about one input.
 *
 * @param name path relative to the study
 * @param format format it will be read as, those of an archive's members joined by commas; null when none is recognised
 * @param container what it is packed in
 * @param bytes size as stored
 * @param contentBytes uncompressed size, reckoned from the sample
 * @param records number of records, reckoned from the sample
 * @param rejectShare share of the sampled records that would be rejected
 * @param from time of the earliest record
 * @param until time of the latest record
 * @param basis where the time range and the numbers come from; null for a file that is neither a known dump nor an archive
 * @param longWindow whether reading it takes a long zstd window of native memory
 */
record InputPlan(
        String name,
        String format,
        String container,
        long bytes,
        Long contentBytes,
        Long records,
        Double rejectShare,
        @JsonSerialize(using = ToStringSerializer.class) Instant from,
        @JsonSerialize(using = ToStringSerializer.class) Instant until,
        Basis basis,
        boolean longWindow) {

    /** How much of an input was looked at. */
    enum Basis {
        /** The whole file was read. */
        EXACT,
        /** The beginning was read; the rest is taken to go on at its rate. */
        EXTRAPOLATED,
        /** The beginning was read and its records are not in order of time: the range is the sample's. */
        SAMPLE_ONLY;

        /** The name in JSON. */
        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
