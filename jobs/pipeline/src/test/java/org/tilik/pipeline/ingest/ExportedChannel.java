// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tilik.formats.DumpFormat;

/** A fictional channel of which every posting and removal is known, and exports of it as real programs write them. */
final class ExportedChannel {
    static final String CHANNEL = "1700000001";
    static final long NEVER = Long.MAX_VALUE;
    private static final long OPENED = Instant.parse("2024-05-01T00:00:00Z").getEpochSecond();
    private static final int SECONDS_BETWEEN_POSTS = 600;

    final List<Message> messages = new ArrayList<>();
    final List<Export> exports = new ArrayList<>();

    /** A message, or a notice such as that somebody joined; times in seconds since 1970. */
    record Message(long number, boolean isService, long postedAt, long goneAt) {
        String itemId() {
            return CHANNEL + "/" + number;
        }

        boolean isThereAt(long time) {
            return postedAt <= time && time < goneAt;
        }
    }

    /**
     * One export.
     *
     * @param isComplete whether it is declared to hold all of its range, and does
     * @param isDamaged whether one of its records cannot be read
     * @param seen the messages that it shows, in its own order
     * @param seenAt when each was captured
     */
    record Export(
            String file,
            DumpFormat format,
            boolean isComplete,
            boolean isDamaged,
            List<Message> seen,
            List<Long> seenAt) {
        long from() {
            return Collections.min(seenAt);
        }

        long until() {
            return Collections.max(seenAt);
        }

        boolean shows(Message message) {
            return seen.contains(message);
        }

        /** Whether the message would be in it had it been there, told by the numbers of the others. */
        boolean covers(Message message) {
            return seen.stream().anyMatch(other -> other.number() < message.number())
                    && seen.stream().anyMatch(other -> other.number() > message.number());
        }

        /** When the whole of it was captured, where its records do not say; else null. */
        Instant capturedAt() {
            return format == DumpFormat.TELETHON ? null : Instant.ofEpochSecond(seenAt.get(0));
        }

        List<String> records() {
            List<String> records = new ArrayList<>();
            for (int i = 0; i < seen.size(); i++) {
                records.add(
                        format == DumpFormat.TELETHON ? telethon(seen.get(i), seenAt.get(i)) : desktop(seen.get(i)));
            }
            if (isDamaged) {
                records.add(records.size() / 2, "{\"id\": 17, \"peer_id");
            }
            return records;
        }
    }

    /** A channel of so many numbers, exported so often. */
    ExportedChannel(long seed, int numbers, int exportsOfIt) {
        Random random = new Random(seed);
        for (int i = 1; i <= numbers; i++) {
            long posted = OPENED + (long) i * SECONDS_BETWEEN_POSTS;
            long gone = random.nextInt(3) == 0 ? posted + 1 + random.nextInt(14 * 86_400) : NEVER;
            messages.add(new Message(i, random.nextInt(12) == 0, posted, gone));
        }
        long time = OPENED + (long) numbers * SECONDS_BETWEEN_POSTS / 3;
        for (int i = 0; i < exportsOfIt; i++) {
            time += 3_600 + random.nextInt(5 * 86_400);
            export(i, time, random);
        }
    }

    private void export(int number, long time, Random random) {
        boolean isComplete = random.nextInt(4) > 0;
        DumpFormat format = random.nextBoolean() ? DumpFormat.TELETHON : DumpFormat.TELEGRAM_DESKTOP;
        // An export may begin at a date, and what nobody declares may lack anything.
        int first = random.nextInt(3) == 0 ? random.nextInt(messages.size() / 2) : 0;
        List<Message> seen = new ArrayList<>();
        List<Long> seenAt = new ArrayList<>();
        for (Message message : messages.subList(first, messages.size())) {
            long at = format == DumpFormat.TELETHON ? time + seen.size() : time;
            if (message.isThereAt(at) && (isComplete || random.nextInt(3) > 0)) {
                seen.add(message);
                seenAt.add(at);
            }
        }
        if (random.nextBoolean()) {
            Collections.reverse(seen);
            Collections.reverse(seenAt);
        }
        if (!seen.isEmpty()) {
            exports.add(new Export(
                    "exports/" + number + "." + format.id(),
                    format,
                    isComplete,
                    isComplete && random.nextInt(5) == 0,
                    seen,
                    seenAt));
        }
    }

    static String telethon(Message message, long at) {
        return "{\"_\":\"" + (message.isService() ? "MessageService" : "Message") + "\",\"id\":" + message.number()
                + ",\"peer_id\":{\"_\":\"PeerChannel\",\"channel_id\":" + CHANNEL + "},\"date\":" + message.postedAt()
                + ",\"message\":\"invented words " + message.number() + "\",\"retrieved_utc\":" + at + "}";
    }

    static String desktop(Message message) {
        return "{\"chat\":\"" + CHANNEL + "\",\"type\":\"public_channel\",\"message\":{\"id\":" + message.number()
                + ",\"type\":\"" + (message.isService() ? "service" : "message") + "\",\"date_unixtime\":\""
                + message.postedAt() + "\",\"from_id\":\"channel" + CHANNEL + "\",\"text\":\"invented words "
                + message.number() + "\"}}";
    }
}
