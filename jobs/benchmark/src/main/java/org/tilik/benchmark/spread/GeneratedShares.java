// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark.spread;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Shares of contents by accounts, the same every time: numbers of shares are heavy-tailed (Lomax, at most 5,000), their times
 * exponential with a mean of a day, and in one content of fifty twenty accounts that always act together share it within half
 * a minute.
 */
public final class GeneratedShares {
    private static final long SEED = 20150107;
    private static final double SCALE = 40;
    private static final double TAIL = 1.2;
    private static final int MOST = 5_000;
    private static final int ACCOUNTS = 2_000_000;
    private static final int GROUPS = 500;
    private static final int GROUP = 20;
    private static final int CONTENTS_OF_ONE_TOGETHER = 50;
    private static final int TOGETHER_SECONDS = 30;
    private static final long FIRST = TimeUnit.DAYS.toSeconds(18_000);
    private static final int BEGINS_DAYS = 60;

    private GeneratedShares() {}

    /** Takes one share. */
    interface Receiver {
        /** A content, the number of the share in it, who shared it and when. */
        void take(int content, int number, int account, long seconds);
    }

    /** All shares of one content, in no order of time. */
    static void of(int content, Receiver out) {
        SplittableRandom random = new SplittableRandom(SEED + content);
        long begin = FIRST + random.nextLong(TimeUnit.DAYS.toSeconds(BEGINS_DAYS));
        double drawn = SCALE * (Math.pow(1 - random.nextDouble(), -1 / TAIL) - 1);
        int shares = (int) Math.min(MOST, 2 + Math.floor(drawn));
        double mean = (double) TimeUnit.DAYS.toSeconds(1);
        for (int i = 0; i < shares; i++) {
            long after = Math.round(-Math.log1p(-random.nextDouble()) * mean);
            out.take(content, i, GROUPS * GROUP + random.nextInt(ACCOUNTS), begin + after);
        }
        if (random.nextInt(CONTENTS_OF_ONE_TOGETHER) == 0) {
            int group = random.nextInt(GROUPS);
            long together = begin + random.nextLong(TimeUnit.DAYS.toSeconds(1));
            for (int i = 0; i < GROUP; i++) {
                out.take(content, shares + i, group * GROUP + i, together + random.nextInt(TOGETHER_SECONDS));
            }
        }
    }

    /** Writes the shares of so many contents as CSV with CooRTweet's names of columns; how many there are. */
    public static long write(Path file, int contents) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        long shares = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("object_id,account_id,content_id,timestamp_share\n");
            StringBuilder lines = new StringBuilder();
            for (int content = 0; content < contents; content++) {
                of(
                        content,
                        (object, number, account, seconds) -> lines.append(object)
                                .append(",a")
                                .append(account)
                                .append(",i")
                                .append(item(object, number))
                                .append(',')
                                .append(seconds)
                                .append('\n'));
                shares += lines.chars().filter(c -> c == '\n').count();
                out.append(lines);
                lines.setLength(0);
            }
        }
        return shares;
    }

    /** A number of its own for each share. */
    static long item(int content, int number) {
        return (long) content * 2 * MOST + number;
    }
}
