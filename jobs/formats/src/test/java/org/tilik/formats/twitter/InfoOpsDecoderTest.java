// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.MutatedRecords;
import org.tilik.formats.RealDumps;
import org.tilik.formats.SourceSelection;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;

/** Rows typed after the published header, which is the one real thing at hand. */
class InfoOpsDecoderTest {
    private static final String HEADER = "tweetid,userid,tweet_language,tweet_text,tweet_time,in_reply_to_tweetid,"
            + "quoted_tweet_tweetid,is_retweet,retweet_tweetid,quote_count,like_count,urls,follower_count";
    private static final Instant RELEASED = Instant.parse("2018-10-17T00:00:00Z");
    private static final String ID = "877919995476496385";

    private final InfoOpsDecoder decoder =
            new InfoOpsDecoder(new DecoderSettings(null, RELEASED, HEADER.getBytes(StandardCharsets.UTF_8), 1));

    private static String row(String parent, String quoted, String isRetweet, String retweeted) {
        return ID + ",hash=,und,\"words, more\",2017-06-22 16:03," + parent + "," + quoted + "," + isRetweet + ","
                + retweeted + ",1,2,\"['https://a.example/1', 'https://a.example/2']\",321";
    }

    private Event first(String row) {
        return Decoding.events(decoder, row).get(0);
    }

    @Test
    void everyTweetWasRemovedByThePlatformBeforeTheRelease() {
        List<Event> events = Decoding.events(decoder, row("", "", "False", ""));
        Event post = events.get(0);
        Event removal = events.get(1);

        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.accountId()).isEqualTo("hash=");
        assertThat(post.accountFollowers()).isEqualTo(321);
        assertThat(post.text()).isEqualTo("words, more");
        assertThat(post.declaredLanguage()).isNull();
        assertThat(post.urls()).containsExactly("https://a.example/1", "https://a.example/2");
        assertThat(post.timeLo()).isEqualTo(Snowflake.time(Long.parseLong(ID)));
        assertThat(post.visible()).isFalse();
        assertThat(post.counts().likes()).isEqualTo(2);
        assertThat(removal.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(removal.actor()).isEqualTo(Actor.PLATFORM);
        assertThat(removal.reach()).isEqualTo(Reach.ACCOUNT);
        assertThat(removal.timeLo()).isEqualTo(post.timeLo());
        assertThat(removal.timeHi()).isEqualTo(RELEASED);
        assertThat(DumpFormat.X_INFO_OPS.selection()).isEqualTo(SourceSelection.SELECTED_ON_REMOVAL);
    }

    @Test
    void withoutADayOfReleaseNothingBoundsTheRemoval() {
        InfoOpsDecoder undated =
                new InfoOpsDecoder(new DecoderSettings(null, null, HEADER.getBytes(StandardCharsets.UTF_8), 1));

        assertThat(Decoding.events(undated, row("", "", "False", ""))).hasSize(1);
    }

    @Test
    void repliesQuotesAndRetweetsKnowTheOthers() {
        Event reply = first(row("11", "", "False", ""));
        Event quote = first(row("11", "12", "False", ""));
        Event share = first(row("", "", "True", "13"));

        assertThat(reply.kind()).isEqualTo(EventKind.REPLY);
        assertThat(reply.parentId()).isEqualTo("11");
        assertThat(quote.kind()).isEqualTo(EventKind.QUOTE);
        assertThat(quote.originId()).isEqualTo("12");
        assertThat(share.kind()).isEqualTo(EventKind.SHARE);
        assertThat(share.originId()).isEqualTo("13");
        assertThat(share.text()).isNull();
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsNamed() {
        String good = row("", "", "False", "");

        assertThat(reason(good.replace(ID, ""))).isEqualTo(RejectReason.MISSING_ID);
        assertThat(reason(good.replace("16:03", "4 pm"))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(good.replace(ID, "5").replace("2017-", "1997-"))).isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(reason("1,2")).isEqualTo(RejectReason.MALFORMED_CSV);
        assertThat(Decoding.rejected(new InfoOpsDecoder(DecoderSettings.NONE), good)
                        .reason())
                .isEqualTo(RejectReason.MALFORMED_CSV);
    }

    private RejectReason reason(String row) {
        return Decoding.rejected(decoder, row).reason();
    }

    @Test
    void theRealHeaderIsKnown() throws IOException {
        byte[] header = Files.readAllBytes(RealDumps.file("x_info_ops_csv/ioa_tweets_header_and_row.csv"));

        assertThat(DumpFormat.sniff(header))
                .hasValueSatisfying(known -> assertThat(known.format()).isEqualTo(DumpFormat.X_INFO_OPS));
        String first =
                new String(header, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        assertThat(CsvColumns.of(first.getBytes(StandardCharsets.UTF_8)).size()).isEqualTo(31);
        try (InputStream in = Files.newInputStream(RealDumps.file("x_info_ops_csv/ioa_tweets_header_and_row.csv"))) {
            assertThat(DumpReading.of(in).rejects()).isEmpty();
        }
    }

    @Property(tries = 500)
    void damagedTablesNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        String table = HEADER + "\n" + row("", "", "False", "") + "\n" + row("11", "", "False", "") + "\n";

        MutatedRecords.read(DumpFormat.X_INFO_OPS, table, change, place, bytes);
    }
}
