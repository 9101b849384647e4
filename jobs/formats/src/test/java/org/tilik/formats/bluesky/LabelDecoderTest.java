// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.MutatedRecords;
import org.tilik.formats.RealDumps;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.Scope;
import org.tilik.model.TimePrecision;

/** The labels are typed after the lexicon {@code com.atproto.label.defs}; one real label is there to compare. */
class LabelDecoderTest {
    private static final String PLATFORM = "did:plc:ar7c4by46qjdydhdevvrndac";
    private static final String POST = "at://did:plc:a/app.bsky.feed.post/3lomj5uz4ms2y";

    private final LabelDecoder decoder = new LabelDecoder();

    private static String label(String src, String uri, String val, String rest) {
        return "{\"ver\":1,\"src\":\"" + src + "\",\"uri\":\"" + uri + "\",\"val\":\"" + val
                + "\",\"cts\":\"2025-05-13T13:23:33.592Z\"" + rest + "}";
    }

    private Event only(String record) {
        assertThat(Decoding.events(decoder, record)).hasSize(1);
        return Decoding.events(decoder, record).get(0);
    }

    @Test
    void aTakedownOfAPostIsThePlatformsAndExact() {
        Event event = only(label(PLATFORM, POST, "!takedown", ",\"cid\":\"c\""));

        assertThat(event.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(event.itemId()).isEqualTo(POST);
        assertThat(event.accountId()).isEqualTo("did:plc:a");
        assertThat(event.scope()).isEqualTo(Scope.ITEM);
        assertThat(event.reach()).isEqualTo(Reach.ITEM);
        assertThat(event.actor()).isEqualTo(Actor.PLATFORM);
        assertThat(event.explicit()).isTrue();
        assertThat(event.timeLo()).isEqualTo(event.timeHi()).isEqualTo(Instant.parse("2025-05-13T13:23:33.592Z"));
        assertThat(event.precision()).isEqualTo(TimePrecision.MILLI);
        assertThat(event.idTime()).isEqualTo(Instant.parse("2025-05-07T23:06:15.271Z"));
        assertThat(event.notified()).isFalse();
    }

    @Test
    void aTakedownByAnotherLabelerIsAModerators() {
        assertThat(only(label("did:plc:other", POST, "!takedown", "")).actor()).isEqualTo(Actor.COMMUNITY_MOD);
    }

    @Test
    void aNegationIsAReappearance() {
        Event event = only(label(PLATFORM, POST, "!takedown", ",\"neg\":true"));

        assertThat(event.kind()).isEqualTo(EventKind.REAPPEARANCE);
        assertThat(event.actor()).isNull();
        assertThat(event.reach()).isNull();
    }

    @Test
    void aLabelOnADidIsAboutTheAccount() {
        Event event = only(label(PLATFORM, "did:plc:a", "!takedown", ""));

        assertThat(event.itemId()).isEqualTo("did:plc:a").isEqualTo(event.accountId());
        assertThat(event.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(event.reach()).isEqualTo(Reach.ACCOUNT);
    }

    @Test
    void otherLabelsAndOtherRecordsAreIgnored() {
        for (String record : new String[] {
            label(PLATFORM, POST, "porn", ""),
            label(PLATFORM, POST, "!hide", ""),
            label(PLATFORM, "at://did:plc:a/app.bsky.actor.profile/self", "!takedown", "")
        }) {
            assertThat(Decoding.decode(decoder, record)).isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
        }
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsNamed() {
        String good = label(PLATFORM, POST, "!takedown", "");

        assertThat(reason(good.replace("2025-05-13T", "2025-05-13 "))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(good.replace("2025-", "1925-"))).isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(reason(good.replace(POST, "https://a.example"))).isEqualTo(RejectReason.MISSING_ID);
        assertThat(reason(good.replace("\"val\":\"!takedown\"", "\"val\":7"))).isEqualTo(RejectReason.MISSING_ID);
    }

    private RejectReason reason(String record) {
        return Decoding.rejected(decoder, record).reason();
    }

    @Test
    void theRealTakedownOfAnAccountIsUnderstood() throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file("bluesky/label_takedown_sample.ndjson"))) {
            DumpReading reading = DumpReading.of(in);

            assertThat(reading.format()).isEqualTo(DumpFormat.BLUESKY_LABELS);
            assertThat(reading.rejects()).isEmpty();
            assertThat(reading.events())
                    .extracting(
                            event -> event.kind() + " " + event.scope() + " " + event.actor() + " " + event.timeHi())
                    .containsExactly("REMOVAL ACCOUNT PLATFORM 2025-03-13T13:23:33.592Z");
        }
    }

    @Property(tries = 500)
    void damagedLabelsNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        String dump = label(PLATFORM, POST, "!takedown", ",\"neg\":true") + "\n"
                + label(PLATFORM, "did:plc:a", "!takedown", "") + "\n";

        MutatedRecords.read(DumpFormat.BLUESKY_LABELS, dump, change, place, bytes);
    }
}
