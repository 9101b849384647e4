// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.tilik.formats.json.JsonValues;

/**
 * The address of one record in one account's repository.
 *
 * @param did the account, which keeps it whatever its handle and server are
 * @param collection what kind of record it is
 * @param rkey its key in the collection
 */
record AtUri(String did, String collection, String rkey) {
    static final String POSTS = "app.bsky.feed.post";
    static final String REPOSTS = "app.bsky.feed.repost";

    private static final String SCHEME = "at://";
    private static final String KEY_DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int KEY_LENGTH = 13;
    private static final int BITS_PER_DIGIT = 5;
    private static final int CLOCK_BITS = 10;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1000;

    /** The address that this text is, or empty where it is none of an account known by its did. */
    static Optional<AtUri> parse(String text) {
        if (text == null || !text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String[] parts = text.substring(SCHEME.length()).split("/", -1);
        return parts.length == 3 && isDid(parts[0]) && !parts[1].isEmpty() && !parts[2].isEmpty()
                ? Optional.of(new AtUri(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    /** The address of the post that this value names; null where it names none. */
    static String ofPost(JsonNode node) {
        String text = JsonValues.text(node);
        return parse(text)
                .filter(uri -> uri.collection().equals(POSTS))
                .map(AtUri::toString)
                .orElse(null);
    }

    /** Whether this names an account. */
    static boolean isDid(String text) {
        return text != null && text.startsWith("did:") && text.indexOf('/') < 0;
    }

    /** Whether the record is a post or a repost. */
    boolean isItem() {
        return collection.equals(POSTS) || collection.equals(REPOSTS);
    }

    /**
     * When the record was made as its key states it, to the microsecond; empty where it states none. The key is given by
     * the author's program, so that this is a claim, as the date inside the record is.
     */
    Optional<Instant> claimedTime() {
        if (rkey.length() != KEY_LENGTH) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < KEY_LENGTH; i++) {
            int digit = KEY_DIGITS.indexOf(rkey.charAt(i));
            // The first digit holds four bits of which the highest is 0.
            if (digit < 0 || (i == 0 && digit > 7)) {
                return Optional.empty();
            }
            bits = bits << BITS_PER_DIGIT | digit;
        }
        long micros = bits >> CLOCK_BITS;
        return Optional.of(
                Instant.ofEpochSecond(micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND * NANOS_PER_MICRO));
    }

    @Override
    public String toString() {
        return SCHEME + did + "/" + collection + "/" + rkey;
    }
}
