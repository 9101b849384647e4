// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.formats.known.KnownKind;
import org.tilik.formats.known.KnownList;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.ItemRow;

class KnownMatcherTest {
    private static final Pseudonymiser KEY = new Pseudonymiser("test key".getBytes(StandardCharsets.UTF_8));
    private static final Instant POSTED = Instant.parse("2024-06-03T12:00:00Z");
    private static final Instant CAPTURED = Instant.parse("2024-06-03T13:00:00Z");
    private static final Instant EARLY = Instant.parse("2024-06-03T12:30:00Z");
    private static final Instant LATE = Instant.parse("2024-06-05T00:00:00Z");
    private static final String HASH = "md5:d41d8cd98f00b204e9800998ecf8427e";

    @Test
    void anItemOnNoListDoesNotMatch() {
        assertThat(matcher("item,reddit:t3_other,,2024-06-01T00:00:00Z,").match(post()))
                .isEmpty();
    }

    @Test
    void aListedIdIsFollowedFromWhenTheListNamedIt() {
        KnownMatch item = match("item,reddit:t3_abc,,2024-06-05T00:00:00Z,");

        assertThat(item.kind()).isEqualTo(KnownKind.ITEM);
        assertThat(item.followedFromStart()).isTrue();
        assertThat(item.listedAt()).isEqualTo(LATE);
    }

    @Test
    void theEarliestMentionOfAnIdCounts() {
        assertThat(match(
                                "item,reddit:t3_abc,,,",
                                "item,reddit:t3_abc,,2024-06-05T00:00:00Z,",
                                "item,reddit:t3_abc,,2024-06-03T12:30:00Z,")
                        .listedAt())
                .isEqualTo(EARLY);
    }

    @Test
    void anIdWithoutTimeOfListingHasAnUnknownEntry() {
        KnownMatch item = match("item,reddit:t3_abc,,,");

        assertThat(item.listedAtUnknown()).isTrue();
        assertThat(item.listedAt()).isNull();
    }

    @Test
    void anAddressThatAStubKeepsSelectsStubsToo() {
        KnownMatch item = match("url,https://example.org/page?utm_source=x,,2024-06-03T12:30:00Z,");

        assertThat(item.followedFromStart()).isTrue();
        assertThat(item.listedAt()).isEqualTo(EARLY);
    }

    @Test
    void anAddressInTheWordsSelectsSurvivorsOnly() {
        KnownMatch item = match("url,https://example.org/in-text,,2024-06-03T12:30:00Z,");

        assertThat(item.followedFromStart()).isFalse();
        assertThat(item.listedAt()).isEqualTo(EARLY);
    }

    @Test
    void wordsSelectSurvivorsWithoutATimeOfListing() {
        KnownMatch item = match("text,The quick brown FOX,,2024-06-05T00:00:00Z,");

        assertThat(item.followedFromStart()).isFalse();
        assertThat(item.listedAt()).isNull();
        assertThat(item.listedAtUnknown()).isFalse();
    }

    @Test
    void aMediaHashFollowsFromPosting() {
        KnownMatch item = match("md5,d41d8cd98f00b204e9800998ecf8427e,,,", "item,reddit:t3_abc,,,");

        assertThat(item.followedFromStart()).isTrue();
        assertThat(item.listedAt()).isNull();
        assertThat(item.listedAtUnknown()).isFalse();
    }

    @Test
    void ofSeveralMatchesTheOneThatFollowsForLongestCounts() {
        String words = "text,the quick brown fox,,,";

        assertThat(match(words, "item,reddit:t3_abc,,2024-06-03T12:30:00Z,").listedAt())
                .as("listed before capture, and stubs would be selected")
                .isEqualTo(EARLY);
        assertThat(match(words, "item,reddit:t3_abc,,2024-06-05T00:00:00Z,").listedAt())
                .as("words need no listing, and capture is earlier")
                .isNull();
        assertThat(match(words, "item,reddit:t3_abc,,,").listedAtUnknown()).isFalse();
    }

    @Test
    void aLabelFollowsForLongerThanAListThatNamedTheItemAfterItsCapture() {
        assertThat(match("item,reddit:t3_abc,,2024-06-05T00:00:00Z,").yieldsToLabel())
                .isTrue();
        assertThat(match("item,reddit:t3_abc,,,").yieldsToLabel()).isTrue();
        assertThat(match("item,reddit:t3_abc,,2024-06-03T12:30:00Z,").yieldsToLabel())
                .isFalse();
        assertThat(match("md5,d41d8cd98f00b204e9800998ecf8427e,,,").yieldsToLabel())
                .isFalse();
        assertThat(match("text,The quick brown FOX,,,").yieldsToLabel()).isFalse();
    }

    @Test
    void addressesOfListsAreKnownInTheirCanonicalForm() {
        KnownMatcher matcher = matcher("url,https://example.org/page?utm_source=x,,,");

        assertThat(matcher.knowsUrl("http://www.example.org/page/")).isTrue();
        assertThat(matcher.knowsUrl("https://example.org/other")).isFalse();
    }

    private static KnownMatch match(String... rows) {
        return matcher(rows).match(post()).orElseThrow();
    }

    private static KnownMatcher matcher(String... rows) {
        String csv = "kind,value,label,added_at,source\n" + String.join("\n", rows) + "\n";
        KnownList list = KnownList.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "known.csv");
        return new KnownMatcher(List.of(list), KEY);
    }

    private static ItemRow post() {
        return new ItemRow(
                "reddit",
                "2024-06",
                KEY.pseudonym(Platform.REDDIT, "t3_abc"),
                KEY.pseudonym(Platform.REDDIT, "somebody"),
                "POST",
                POSTED,
                CAPTURED,
                CAPTURED,
                CAPTURED,
                null,
                null,
                null,
                null,
                "The quick, brown fox https://example.org/in-text",
                List.of("https://example.org/page", "https://example.org/in-text"),
                List.of(HASH),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                false,
                false,
                "RS.zst",
                null,
                1,
                "0123456789abcdef");
    }
}
