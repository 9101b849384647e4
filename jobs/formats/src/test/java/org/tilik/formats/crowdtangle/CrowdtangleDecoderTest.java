// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.crowdtangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordDecoder;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/** Rows typed under the real header of CrowdTangle and the documented names of the Meta Content Library. */
class CrowdtangleDecoderTest {
    private static final String HEADER =
            "Page Name,User Name,Facebook Id,Likes at Posting,Followers at Posting,Post Created,"
                    + "Type,Total Interactions,Likes,Comments,Shares,Post Views,Total Views,URL,Message,Link,Final Link,"
                    + "\"Overperforming Score (weighted  —  Likes 1x Shares 3x Comments 2x )\"";
    private static final String ROW =
            "A,a,100,5,6,2021-07-06 16:45:20 EDT,Link,\"1,234\",\"1,000\",200,34,7,\"12,345\","
                    + "https://www.facebook.com/100/posts/200,\"words, \"\"more\"\"\",https://example.org/a,https://example.org/a,-1.5";
    private static final String LIBRARY =
            "id,creation_time,text,lang,post_owner.id,statistics.views,statistics.like_count,shared_post_id,link_attachment.link";

    private static RecordDecoder decoder(String header) {
        return DumpFormat.CROWDTANGLE.decoder(
                new DecoderSettings(null, null, header.getBytes(StandardCharsets.UTF_8), 1));
    }

    private static Event event(String row) {
        return Decoding.events(decoder(HEADER), row).get(0);
    }

    @Test
    void aPostOfCrowdtangle() {
        Event post = event(ROW);

        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.itemId()).isEqualTo("100_200");
        assertThat(post.accountId()).isEqualTo("100");
        assertThat(post.accountFollowers()).isEqualTo(6);
        assertThat(post.timeLo()).isEqualTo(post.timeHi()).isEqualTo(Instant.parse("2021-07-06T20:45:20Z"));
        assertThat(post.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(post.text()).isEqualTo("words, \"more\"");
        assertThat(post.urls()).containsExactly("https://example.org/a");
        assertThat(post.counts().likes()).isEqualTo(1000);
        assertThat(post.counts().shares()).isEqualTo(34);
        assertThat(post.counts().views()).isEqualTo(12_345);
        assertThat(post.capturedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "EST,2021-07-06T21:45:20Z",
        "UTC,2021-07-06T16:45:20Z",
        "CEST,2021-07-06T14:45:20Z",
        "WIB,2021-07-06T09:45:20Z",
        "+03,2021-07-06T13:45:20Z",
        "-0330,2021-07-06T20:15:20Z"
    })
    void theZoneIsThatOfItsAbbreviation(String zone, Instant posted) {
        assertThat(event(ROW.replace("EDT", zone)).timeLo()).isEqualTo(posted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CST", "IST", "BST", "AST", "XYZ", "", "+99"})
    void anAbbreviationOfSeveralZonesIsNoTime(String zone) {
        assertThat(Decoding.rejected(decoder(HEADER), ROW.replace("EDT", zone)).reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.facebook.com/groups/100/permalink/201/,100_201",
        "https://www.facebook.com/name/videos/202/,100_202",
        "https://www.facebook.com/name/photos/a.1/203/?type=3,100_203",
        "https://www.facebook.com/permalink.php?story_fbid=204&id=100,100_204",
        "https://www.facebook.com/reel/205,100_205",
        "https://www.facebook.com/100/posts/pfbid0abC,100_pfbid0abC"
    })
    void thePostsNumberStandsInItsAddress(String url, String id) {
        assertThat(event(ROW.replace("https://www.facebook.com/100/posts/200", url))
                        .itemId())
                .isEqualTo(id);
    }

    @Test
    void anAddressOfAnyLengthIsReadInLittleTime() {
        String url = "https://www.facebook.com/100/photos/" + "a/".repeat(200_000);
        assertThat(Decoding.rejected(decoder(HEADER), ROW.replace("https://www.facebook.com/100/posts/200", url))
                        .reason())
                .isEqualTo(RejectReason.MISSING_ID);
    }

    @Test
    void badRowsAreRejected() {
        assertThat(Decoding.rejected(decoder(HEADER), ROW.replace("/posts/200", ""))
                        .reason())
                .isEqualTo(RejectReason.MISSING_ID);
        assertThat(Decoding.rejected(decoder(HEADER), ROW.replace("2021-07-06", "1999-07-06"))
                        .reason())
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(Decoding.rejected(decoder(HEADER), "a,b").reason()).isEqualTo(RejectReason.MALFORMED_CSV);
        assertThat(Decoding.rejected(decoder("Facebook Id,URL"), "1,2").detail())
                .contains("post created");
        assertThat(Decoding.rejected(
                                decoder(HEADER), new String(new byte[] {'a'}, StandardCharsets.US_ASCII) + "\uFFFF,")
                        .reason())
                .isEqualTo(RejectReason.MALFORMED_CSV);
    }

    @Test
    void aPostOfTheLibraryMayShareAnother() {
        RecordDecoder decoder = decoder(LIBRARY);
        Event post = Decoding.events(decoder, "9,2023-01-01T10:00:00+00:00,words,de,55,100,7,,https://example.org/x")
                .get(0);
        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.itemId()).isEqualTo("9");
        assertThat(post.accountId()).isEqualTo("55");
        assertThat(post.declaredLanguage()).isEqualTo("de");
        assertThat(post.counts().views()).isEqualTo(100);
        assertThat(post.urls()).containsExactly("https://example.org/x");
        Event quote = Decoding.events(decoder, "9,2023-01-01T10:00:00+00:00,words,de,55,,,8,")
                .get(0);
        assertThat(quote.kind()).isEqualTo(EventKind.QUOTE);
        assertThat(quote.originId()).isEqualTo("8");
        assertThat(Decoding.events(decoder, "9,2023-01-01T10:00:00+00:00,,de,55,,,8,")
                        .get(0)
                        .kind())
                .isEqualTo(EventKind.SHARE);
        assertThat(Decoding.rejected(decoder, "9,2023-01-01 10:00:00,w,de,55,,,,")
                        .reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(Decoding.rejected(decoder, ",2023-01-01T10:00:00+00:00,w,de,55,,,,")
                        .reason())
                .isEqualTo(RejectReason.MISSING_ID);
    }
}
