// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.tilik.datasets.generate.Entry.Disposition;
import org.tilik.datasets.worlds.Snowflake;

/**
 * The recorded stream: one file a minute, empty or not, but for the gaps; lines end in CRLF, blank ones keep the
 * connection alive. Each minute has at least one notice about something that was posted before the recording began, as
 * most of the real ones are.
 */
final class TwitterStream implements Closeable {
    private static final byte[] LINE_END = {'\r', '\n'};
    /** The draws of minutes lie apart from those of items. */
    private static final long FIRST_STREAM = 2L << 60;

    private static final double BLANK_LINES = 0.5;
    private static final double LIMITED_MINUTES = 0.05;
    /** Mean of the ages measured in the real stream of 2016 (FORMATS §2), about. */
    private static final double MEAN_AGE_HOURS = 24 * 60;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/mm").withZone(ZoneOffset.UTC);

    private final StreamPlan plan;
    private final Period window;
    private final long seed;
    private final TwitterRecords records;
    private final DailyArchive archive;
    private final ByteArrayOutputStream minute = new ByteArrayOutputStream();
    private final Deque<Later> later = new ArrayDeque<>();
    private byte[] cut;
    private long openMinute;
    private String member;
    private long number;
    private long stale;
    private long staleInWindow;

    private record Later(long notBefore, byte[] line, Entry entry) {}

    TwitterStream(Path folder, WorldSettings settings, TwitterRecords records, List<Tally> tallies, TruthSink truth) {
        this.plan = settings.stream();
        this.window = settings.window();
        this.seed = settings.seed();
        this.records = records;
        this.archive = new DailyArchive(folder, plan.packing(), settings.compression(), tallies, truth);
        this.openMinute = minuteOf(plan.covered().from().toEpochMilli()) - 1;
    }

    /** Number of notices so far about what was posted inside the window but before the recording began. */
    long staleInWindow() {
        return staleInWindow;
    }

    private static long minuteOf(long ms) {
        return Math.floorDiv(ms, 60_000);
    }

    /** Writes a record into the minute of this millisecond, which is recorded and not earlier than those before. */
    void write(long ms, byte[] line, Entry entry) throws IOException {
        turnTo(minuteOf(ms));
        append(line, entry);
        while (!later.isEmpty() && later.peek().notBefore() <= number) {
            appendLater();
        }
    }

    /** Writes a record into the open minute, but only some records further on or at its end. */
    void writeLater(byte[] line, Entry entry, int after) {
        later.add(new Later(number + after, line, entry));
    }

    /** Lets the open minute end with this beginning of a line, if it does not already end so. */
    void cutOff(byte[] beginning) {
        if (cut == null) {
            cut = beginning;
        }
    }

    private void append(byte[] line, Entry entry) throws IOException {
        minute.write(line);
        minute.write(LINE_END);
        archive.tally().count(member, ++number, entry);
    }

    private void appendLater() throws IOException {
        Later next = later.remove();
        append(next.line(), next.entry());
    }

    private void turnTo(long to) throws IOException {
        while (openMinute < to) {
            endMinute();
            openMinute++;
            if (!plan.isGap(openMinute * 60_000)) {
                beginMinute();
            }
        }
    }

    private void beginMinute() throws IOException {
        Instant start = Instant.ofEpochSecond(openMinute * 60);
        archive.turnTo(start);
        member = MINUTE.format(start) + plan.packing().memberSuffix();
        number = 0;
        Draws draws = Draws.of(seed, FIRST_STREAM + openMinute);
        if (draws.happens(BLANK_LINES)) {
            minute.write(LINE_END);
        }
        int notices = 1 + (int) draws.exponential(plan.staleNotices());
        for (int i = 0; i < notices; i++) {
            appendStaleNotice(draws);
        }
        if (draws.happens(LIMITED_MINUTES)) {
            byte[] line = records.json(records.limit(1 + draws.below(500), openMinute * 60_000 + draws.below(60_000)));
            append(line, new Entry("limit", null, null, Disposition.NOT_AN_ITEM, null));
        }
    }

    private void appendStaleNotice(Draws draws) throws IOException {
        long at = openMinute * 60_000 + draws.below(60_000);
        long age = (long) (draws.exponential(MEAN_AGE_HOURS) * 3_600_000);
        long second = Math.floorDiv(plan.covered().from().toEpochMilli() - 1000 - age, 1000);
        long id = Snowflake.id(Snowflake.sampled(second, plan.sampling(), draws.uniform()), stale++);
        boolean inWindow = window.contains(second);
        staleInWindow += inWindow ? 1 : 0;
        Disposition disposition = inWindow ? Disposition.OBSERVATION : Disposition.OUTSIDE_WINDOW;
        append(
                records.json(records.deletion(id, Snowflake.id(second * 1000 - age, stale), at)),
                new Entry("deletion", Site.TWITTER, null, disposition, null));
    }

    private void endMinute() throws IOException {
        if (member == null) {
            return;
        }
        while (!later.isEmpty()) {
            appendLater();
        }
        if (cut != null) {
            minute.write(cut);
            archive.tally().count(member, ++number, Entry.rejected(Site.TWITTER, PlantedFault.MALFORMED_JSON));
        }
        archive.write(member, Instant.ofEpochSecond(openMinute * 60 + 60), minute.toByteArray());
        minute.reset();
        cut = null;
        member = null;
    }

    /** Writes the minutes that are left until the recording ended. */
    void finish() throws IOException {
        turnTo(minuteOf(plan.covered().until().toEpochMilli()) - 1);
        endMinute();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    /** The beginning of a record, as a cut connection leaves it. */
    static byte[] beginningOf(byte[] line) {
        return Arrays.copyOf(line, line.length / 2);
    }
}
