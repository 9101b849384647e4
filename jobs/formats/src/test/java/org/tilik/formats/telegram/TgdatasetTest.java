// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DumpReading;
import org.tilik.formats.RealDumps;
import org.tilik.formats.container.ReadLimits;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.RejectReason;

class TgdatasetTest {
    private static final String FILE = """
            {
             "100": {"username": "a", "creation_date": 1450995556.0, "title": "A", "scam": false,
              "text_messages": {
               "7": {"message": "words https://example.org/x, and more", "date": 1605900938.5, "author": null,
                     "is_forwarded": false, "forwarded_from_id": null, "forwarded_message_date": null},
               "8": {"message": "of another", "date": 1605900999.0, "author": null, "is_forwarded": true,
                     "forwarded_from_id": 200, "forwarded_message_date": 1605900900.0},
               "9": {"message": "of somebody hidden", "date": 1605901000.0, "author": null, "is_forwarded": true,
                     "forwarded_from_id": null, "forwarded_message_date": 1605900900.0},
               "10": {"message": "undated", "date": null}
              },
              "generic_media": {"11": {"title": null, "date": 1605901001.0, "extension": ".jpe", "is_forwarded": false}}
             },
             "101": {"creation_date": 1.0, "text_messages": {}, "generic_media": {}, "other": [{"text_messages": {"1": {}}}]}
            }
            """;

    @Test
    void everyMessageOfEveryChannelIsARecord() throws IOException {
        DumpReading outcome = DumpReading.of(FILE);

        assertThat(outcome.events())
                .extracting(event -> event.kind() + " " + event.itemId() + (event.primary() ? "" : " inside"))
                .containsExactly(
                        "POST 100/7", "SHARE 100/8", "POST 200@1605900900 inside", "SHARE 100/9", "POST 100/11");
        assertThat(outcome.rejects()).containsExactly(RejectReason.BAD_TIMESTAMP);
        Event first = outcome.events().get(0);
        assertThat(first.timeLo()).isEqualTo(Instant.parse("2020-11-20T19:35:38.5Z"));
        assertThat(first.urls()).containsExactly("https://example.org/x");
        assertThat(first.accountId()).isEqualTo("channel100");
        assertThat(first.capturedAt()).isNull();
    }

    @Test
    void theWordsOfAForwardAreThoseOfItsOrigin() throws IOException {
        List<Event> events = DumpReading.of(FILE).events();

        assertThat(events.get(1).text()).isNull();
        assertThat(events.get(1).originId()).isEqualTo("200@1605900900");
        assertThat(events.get(2).text()).isEqualTo("of another");
        assertThat(events.get(2).fromEmbedded()).isTrue();
        assertThat(events.get(2).capturedAt()).isEqualTo(events.get(1).timeLo());
        assertThat(events.get(3).originId()).isNull();
        assertThat(events.get(3).text()).isEqualTo("of somebody hidden");
    }

    @Test
    void aForwardWhoseOriginIsOfAnImpossibleTimeKeepsItsWords() throws IOException {
        List<Event> events =
                DumpReading.of(FILE.replace("1605900900.0}", "1705900900.0}")).events();

        assertThat(events).extracting(Event::itemId).containsExactly("100/7", "100/8", "100/9", "100/11");
        assertThat(events.get(1).text()).isEqualTo("of another");
    }

    @Test
    void aDocumentThatIsCutGivesWhatWasWholeAndOneProblem() throws IOException {
        String cut = FILE.substring(0, FILE.indexOf("\"9\": {") + 40);

        DumpReading outcome = DumpReading.of(cut);

        assertThat(outcome.events()).extracting(Event::itemId).containsExactly("100/7", "100/8", "200@1605900900");
        assertThat(outcome.rejects()).containsExactly(RejectReason.MALFORMED_JSON);
    }

    @Test
    void aDocumentThatIsNotSoundGivesWhatCameBefore() throws IOException {
        DumpReading outcome = DumpReading.of(FILE.replace("\"9\": {", "\"9\" {"));

        assertThat(outcome.events()).hasSize(3);
        assertThat(outcome.rejects()).containsExactly(RejectReason.MALFORMED_JSON);
    }

    @Test
    void aMessageLongerThanTheLimitIsPassedOverAndNotHeld() throws IOException {
        ReadLimits limits = ReadLimits.DEFAULT;
        String huge = "y".repeat(limits.maxRecordBytes());

        DumpReading outcome = DumpReading.of(FILE.replace("of another", huge));

        assertThat(outcome.events()).extracting(Event::itemId).containsExactly("100/7", "100/9", "100/11");
        assertThat(outcome.rejects()).containsExactly(RejectReason.OVERSIZE_RECORD, RejectReason.BAD_TIMESTAMP);
    }

    @Test
    void realChannelsAreReadToTheLastMessage() throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file("real/tgdataset_preview/tgdataset_preview.json"))) {
            DumpReading outcome = DumpReading.of(in);

            Map<EventKind, Long> primary =
                    outcome.primary().stream().collect(Collectors.groupingBy(Event::kind, Collectors.counting()));
            // 2,847 messages with words, 719 of them forwards, and 1,685 of media, 566 of them forwards.
            assertThat(outcome.rejects()).isEmpty();
            assertThat(primary).isEqualTo(Map.of(EventKind.POST, 3247L, EventKind.SHARE, 1285L));
        }
    }
}
