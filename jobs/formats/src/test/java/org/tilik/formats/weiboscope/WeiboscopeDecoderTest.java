// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.weiboscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.SourceSelection;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/** Rows typed under the header of Weiboscope's weekly files; no real row was at hand. */
class WeiboscopeDecoderTest {
    private static final String HEADER =
            "mid,retweeted_status_mid,uid,retweeted_uid,source,image,text,geo,created_at,deleted_last_seen,permission_denied";
    private static final Instant END = Instant.parse("2013-01-07T00:00:00Z");
    private static final Instant POSTED = Instant.parse("2012-01-03T07:36:27Z");

    private static RecordDecoder decoder(Instant end) {
        return DumpFormat.WEIBOSCOPE.decoder(
                new DecoderSettings(null, end, HEADER.getBytes(StandardCharsets.UTF_8), 1));
    }

    private static List<Event> events(String row) {
        return Decoding.events(decoder(END), row);
    }

    @Test
    void aDeniedPostWasTakenAwayByThePlatform() {
        List<Event> events = events("m1,,u1,,web,0,words,,2012-01-03 15:36:27,2012-01-03 16:00:00,TRUE");

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.REMOVAL);
        assertThat(events.get(0).timeLo()).isEqualTo(POSTED);
        assertThat(events.get(0).precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(events.get(0).capturedAt()).isEqualTo(POSTED);
        assertThat(events.get(0).accountId()).isEqualTo("u1");
        Event removal = events.get(1);
        assertThat(removal.actor()).isEqualTo(Actor.PLATFORM);
        assertThat(removal.reach()).isEqualTo(Reach.ITEM);
        assertThat(removal.explicit()).isTrue();
        assertThat(removal.reason()).isEqualTo("permission_denied");
        assertThat(removal.timeLo()).isEqualTo(Instant.parse("2012-01-03T08:00:00Z"));
        assertThat(removal.timeHi()).isEqualTo(END);
        assertThat(removal.precision()).isEqualTo(TimePrecision.SECOND);
    }

    @Test
    void aMissingPostWasTakenAwayByNobodyKnown() {
        Event removal = Decoding.only(
                events("m1,,u1,,web,0,words,,2012-01-03 15:36:27,2012-01-03 15:36:27,"), EventKind.REMOVAL);

        assertThat(removal.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(removal.explicit()).isFalse();
        assertThat(removal.timeLo()).isEqualTo(POSTED);
    }

    @Test
    void aDeniedPostThatNobodySawIsGoneSinceItsPosting() {
        Event removal = Decoding.only(events("m1,,u1,,web,0,words,,2012-01-03 15:36:27,,TRUE"), EventKind.REMOVAL);
        assertThat(removal.timeLo()).isEqualTo(POSTED);
    }

    @Test
    void whatIsNotMarkedWasAliveAtTheEnd() {
        List<Event> events = events("m1,,u1,,web,0,words,,2012-01-03 15:36:27,,");

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.RECHECK);
        assertThat(events.get(1).recheck()).isEqualTo(RecheckOutcome.ALIVE);
        assertThat(events.get(1).timeHi()).isEqualTo(END);
    }

    @Test
    void withoutTheEndOfTheCollectionNothingIsFollowed() {
        List<Event> alive = Decoding.events(decoder(null), "m1,,u1,,web,0,words,,2012-01-03 15:36:27,,");
        assertThat(alive).hasSize(1);
        assertThat(alive.get(0).capturedAt()).isNull();
        Event removal = Decoding.only(
                Decoding.events(decoder(null), "m1,,u1,,web,0,w,,2012-01-03 15:36:27,2012-01-03 16:00:00,TRUE"),
                EventKind.REMOVAL);
        assertThat(removal.timeHi()).isNull();
        assertThat(DumpFormat.WEIBOSCOPE.selection()).isEqualTo(SourceSelection.INDEPENDENT_OF_REMOVAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "转发微博|SHARE|none",
                "Repost|SHARE|none",
                "none|SHARE|none",
                "//@uabc: of others|SHARE|none",
                "own words //@uabc: of others|QUOTE|own words"
            })
    void aRepostIsAQuoteWhereItHasWords(String text, EventKind kind, String words) {
        Event event = events("m2,m1,u2,u1,web,0," + (text == null ? "" : text) + ",,2012-01-03 15:36:27,,")
                .get(0);

        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.originId()).isEqualTo("m1");
        assertThat(event.text()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",,u1,,web,0,w,,2012-01-03 15:36:27,,|MISSING_ID",
                "m1,,u1,,web,0,w,,03.01.2012,,|BAD_TIMESTAMP",
                "m1,,u1,,web,0,w,,2012-01-03 15:36:27,soon,|BAD_TIMESTAMP",
                "m1,,u1,,web,0,w,,2002-01-03 15:36:27,,|IMPOSSIBLE_TIME",
                "m1,,u1,,web,0,w,,2012-01-03 15:36:27,2014-01-03 15:36:27,|IMPOSSIBLE_TIME",
                "m1,,u1,,web,0,w,,2012-01-03 15:36:27,2012-01-02 15:36:27,TRUE|REMOVAL_BEFORE_CREATION",
                "m1,,u1|MALFORMED_CSV"
            })
    void badRowsAreRejected(String row, RejectReason reason) {
        assertThat(Decoding.rejected(decoder(END), row).reason()).isEqualTo(reason);
    }
}
