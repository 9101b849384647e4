// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;

/** Documents typed after the documented shape of Telegram Desktop's export; no real file of this format was at hand. */
class TelegramDesktopTest {
    private static final String MESSAGES = """
             {"id": 1, "type": "service", "date": "2023-01-01T10:00:00", "date_unixtime": "1672567200", "action": "create_channel"},
             {"id": 2, "type": "message", "date": "2023-01-01T11:00:00", "date_unixtime": "1672570800", "from": "A",
              "from_id": "channel500", "text": "plain words", "text_entities": []},
             {"id": 3, "type": "message", "date": "2023-01-01T12:00:00", "date_unixtime": "1672574400",
              "edited": "2023-01-01T13:00:00", "edited_unixtime": "1672578000", "from": "B", "from_id": "user9",
              "reply_to_message_id": 2,
              "text": ["see ", {"type": "text_link", "text": "here", "href": "https://example.org/x"}, " and ",
                       {"type": "bold", "text": "there"}]},
             {"id": 4, "type": "message", "date": "2023-01-01T14:00:00", "date_unixtime": "1672581600", "from": "A",
              "from_id": "channel500", "forwarded_from": null, "forwarded_from_id": "channel600", "text": "of another"},
             {"id": 5, "type": "message", "date": "2023-01-01T15:00:00", "from": "A", "from_id": "channel500", "text": "old"},
             {"id": 6, "type": "message", "date_unixtime": "1672589200", "from": null, "text": "", "reply_to_message_id": 8,
              "reply_to_peer_id": "channel600", "photo": "photos/1.jpg"},
             {"id": 7, "type": "unsupported", "date_unixtime": "1672589200"}
            """;
    private static final String CHAT =
            "{\"name\": \"A\", \"type\": \"public_channel\", \"id\": 500, \"messages\": [\n" + MESSAGES + "]}";

    @Test
    void everyMessageOfAChatIsARecord() throws IOException {
        DumpReading outcome = DumpReading.of(CHAT);

        assertThat(outcome.format()).isEqualTo(DumpFormat.TELEGRAM_DESKTOP);
        assertThat(outcome.records()).isEqualTo(7);
        assertThat(outcome.events())
                .extracting(event -> event.kind() + " " + event.itemId())
                .containsExactly("POST 500/2", "REPLY 500/3", "EDIT 500/3", "SHARE 500/4", "REPLY 500/6");
        assertThat(outcome.ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM);
        assertThat(outcome.rejects()).containsExactly(RejectReason.BAD_TIMESTAMP, RejectReason.UNSUPPORTED_RECORD);
    }

    @Test
    void wordsInPiecesAreOneTextWithItsLinks() throws IOException {
        List<Event> events = DumpReading.of(CHAT).events();

        assertThat(events.get(0).text()).isEqualTo("plain words");
        assertThat(events.get(0).timeLo()).isEqualTo(Instant.ofEpochSecond(1_672_570_800));
        assertThat(events.get(0).accountId()).isEqualTo("channel500");
        assertThat(events.get(1).text()).isEqualTo("see here and there");
        assertThat(events.get(1).urls()).containsExactly("https://example.org/x");
        assertThat(events.get(1).accountId()).isEqualTo("user9");
        assertThat(events.get(1).parentId()).isEqualTo("500/2");
        assertThat(events.get(2).timeLo()).isEqualTo(Instant.ofEpochSecond(1_672_578_000));
        assertThat(events.get(4).parentId()).isEqualTo("600/8");
        assertThat(events.get(4).text()).isNull();
    }

    @Test
    void aForwardKeepsItsWordsBecauseItsOriginHasNoNumber() throws IOException {
        Event share = DumpReading.of(CHAT).events().get(3);

        assertThat(share.kind()).isEqualTo(EventKind.SHARE);
        assertThat(share.originId()).isNull();
        assertThat(share.text()).isEqualTo("of another");
    }

    @Test
    void anAccountsExportHoldsManyChatsAndPrivateOnesAreNoItems() throws IOException {
        String account = "{\"about\": \"x\", \"personal_information\": {\"user_id\": 1, \"bio\": \"y\"},\n"
                + "\"frequent_contacts\": {\"about\": \"z\", \"list\": [{\"id\": 3, \"messages\": [{\"id\": 1}]}]},\n"
                + "\"chats\": {\"about\": \"c\", \"list\": [" + CHAT + ",\n"
                + CHAT.replace("public_channel", "personal_chat").replace("500", "501") + ", 5,\n"
                + CHAT.replace("public_channel", "private_group").replace("500", "502") + "]},\n"
                + "\"left_chats\": {\"list\": [" + CHAT.replace("500", "503") + ", {\"id\": 504, \"messages\": []}]},\n"
                + "\"other\": [{\"messages\": [{}]}]}";

        DumpReading outcome = DumpReading.of(account);

        assertThat(outcome.format()).isEqualTo(DumpFormat.TELEGRAM_DESKTOP);
        assertThat(outcome.records()).isEqualTo(28);
        assertThat(outcome.ignored()).hasSize(3 + 7);
        assertThat(outcome.events()).hasSize(15);
        assertThat(outcome.events())
                .extracting(Event::itemId)
                .contains("500/2", "chat502/2", "503/2")
                .doesNotContain("501/2");
    }

    @Test
    void aDocumentThatIsCutGivesWhatWasWhole() throws IOException {
        DumpReading outcome = DumpReading.of(CHAT.substring(0, CHAT.indexOf("of another")));

        assertThat(outcome.events()).hasSize(3);
        assertThat(outcome.rejects()).containsExactly(RejectReason.MALFORMED_JSON);
    }

    @Test
    void aDateWithoutItsZoneIsAnsweredWithWhatToDo() {
        assertThat(Decoding.rejected(
                                new TelegramDesktopDecoder(null),
                                "{\"chat\": \"5\", \"type\": \"public_channel\", \"message\": {\"id\": 1, \"type\":"
                                        + " \"message\", \"date\": \"2020-01-01T10:00:00\", \"text\": \"x\"}}")
                        .detail())
                .contains("without its zone")
                .contains("export the chat again");
    }

    @Test
    void aChatThatNobodyNamesIsRejected() throws IOException {
        assertThat(DumpReading.of(CHAT.replace("\"id\": 500", "\"id\": null")).rejects())
                .contains(RejectReason.MISSING_ID);
        assertThat(DumpReading.of(CHAT.replace("1672570800", "1072570800")).rejects())
                .contains(RejectReason.IMPOSSIBLE_TIME);
    }
}
