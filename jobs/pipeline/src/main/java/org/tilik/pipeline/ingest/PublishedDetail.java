// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.regex.Pattern;

/** What is wrong with a record, without what would tell which one it was: exact times and long numbers, such as ids. */
final class PublishedDetail {
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}):\\d{2}(:\\d{2}([.,]\\d+)?)?Z?");
    /** Seconds since 1970 have ten digits, ids of platforms more; sizes and limits fewer, and checksums of files are no numbers. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9a-fA-F])\\d{9,20}(?![0-9a-fA-F])");

    private PublishedDetail() {}

    /** The same words with times to the hour, as in {@code 2024-06-03T12h}, and an ellipsis for each long number. */
    static String of(String detail) {
        return LONG_NUMBER.matcher(TIME.matcher(detail).replaceAll("$1h")).replaceAll("…");
    }
}
