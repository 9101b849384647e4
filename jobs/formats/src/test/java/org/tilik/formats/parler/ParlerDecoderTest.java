// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.parler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.RealDumps;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/** Records typed after the documentation of the Parler dataset; no real record was at hand. */
class ParlerDecoderTest {
    private static final String POST = """
            {"id": "aa", "comments": 2, "body": "words", "bodywithurls": "words https://example.org/a", "createdAt":
             "20200615225113", "createdAtformatted": "2020-06-15 22:51:13 UTC", "datatype": "posts", "depth": 0,
             "followers": 709, "following": 808, "username": "A User", "creator": "c1", "upvotes": 3, "reposts": 4, "impressions": 500, "parent": null}""";

    private static Event event(String record) {
        return Decoding.events(new ParlerDecoder(null), record).get(0);
    }

    @Test
    void aPostIsReadToTheSecond() {
        Event post = event(POST);

        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.itemId()).isEqualTo("aa");
        assertThat(post.accountId()).isEqualTo("c1");
        assertThat(post.accountFollowers()).isEqualTo(709);
        assertThat(post.timeLo()).isEqualTo(post.timeHi()).isEqualTo(Instant.parse("2020-06-15T22:51:13Z"));
        assertThat(post.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(post.urls()).containsExactly("https://example.org/a");
        assertThat(post.counts().views()).isEqualTo(500);
        assertThat(event(POST.replace("\"creator\": \"c1\",", "")).accountId()).isEqualTo("A User");
    }

    @Test
    void anEchoIsAShareOrAQuoteAndACommentAnswers() {
        String echo = POST.replace("\"parent\": null", "\"parent\": \"bb\"");
        assertThat(event(echo).kind()).isEqualTo(EventKind.QUOTE);
        assertThat(event(echo).originId()).isEqualTo("bb");
        assertThat(event(echo.replace("\"body\": \"words\"", "\"body\": \"\"")).kind())
                .isEqualTo(EventKind.SHARE);
        Event comment = event(echo.replace("\"posts\"", "\"comments\""));
        assertThat(comment.kind()).isEqualTo(EventKind.REPLY);
        assertThat(comment.parentId()).isEqualTo("bb");
        assertThat(comment.originId()).isNull();
    }

    @Test
    void usersAreNoItems() {
        assertThat(Decoding.decode(new ParlerDecoder(null), "{\"datatype\": \"users\", \"id\": \"u\"}"))
                .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"aa\"|\"id\": null|MISSING_ID",
                "20200615225113|20201315225113|BAD_TIMESTAMP",
                "20200615225113|2020061522511|BAD_TIMESTAMP",
                "20200615225113|20160615225113|IMPOSSIBLE_TIME",
                "20200615225113|99990615225113|IMPOSSIBLE_TIME"
            })
    void badPostsAreRejected(String good, String bad, RejectReason reason) {
        assertThat(Decoding.rejected(new ParlerDecoder(null), POST.replace(good, bad))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void theDocumentedSampleIsToldThoughItLacksAnId() throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file("parler/sample_documentation.ndjson"))) {
            DumpReading reading = DumpReading.of(in);

            assertThat(reading.format()).isEqualTo(DumpFormat.PARLER);
            assertThat(reading.rejects()).containsExactly(RejectReason.MISSING_ID);
        }
    }
}
