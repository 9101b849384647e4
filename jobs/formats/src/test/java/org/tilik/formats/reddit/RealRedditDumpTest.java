// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.formats.Decoded;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RealDumps;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.DumpHead;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.RecheckOutcome;

/** Real lines of Pushshift and Arctic Shift dumps from 2005 to 2024; see the SOURCE.txt beside them. */
class RealRedditDumpTest {
    private static final String COMMENTS = "reddit_arctic_shift/RC_mixed_eras_real";
    private static final String SUBMISSIONS = "reddit_arctic_shift/RS_mixed_eras_real";

    @Test
    void everyRealRecordIsUnderstoodAndPackedFilesGiveTheSame() throws IOException {
        for (String name : List.of(COMMENTS, SUBMISSIONS)) {
            Map<String, List<Event>> plain = read(name + ".ndjson");
            assertThat(plain).hasSize(name.equals(COMMENTS) ? 27 : 31);
            assertThat(read(name + ".zst").keySet()).isEqualTo(plain.keySet());
        }
    }

    @Test
    void theFilesAreRecognisedByTheirKeys() throws IOException {
        for (String name : List.of(
                COMMENTS + ".zst", SUBMISSIONS + ".zst", "reddit_arctic_shift/RS_2022-10_removed_sample.ndjson")) {
            try (InputStream in = Files.newInputStream(RealDumps.file(name))) {
                assertThat(DumpFormat.sniff(
                                DumpHead.read(in, DumpHead.USUAL_BYTES).bytes()))
                        .hasValueSatisfying(
                                sniffed -> assertThat(sniffed.format()).isEqualTo(DumpFormat.REDDIT));
            }
        }
    }

    @Test
    void theFirstSubmissionsAndCommentsHaveTheirTimes() throws IOException {
        Event first = read(SUBMISSIONS + ".ndjson").get("t3_87").get(0);
        assertThat(first.timeLo()).isEqualTo(Instant.parse("2005-06-23T18:43:53Z"));
        assertThat(first.capturedAt()).isNull();
        assertThat(first.urls()).hasSize(1);
        Map<String, List<Event>> comments = read(COMMENTS + ".ndjson");
        assertThat(comments.get("t1_c13").get(0).timeLo()).isEqualTo(Instant.ofEpochSecond(1_134_365_188));
        assertThat(comments.get("t1_c0cmuol").get(0).timeLo()).isEqualTo(Instant.ofEpochSecond(1_251_763_200));
        assertThat(comments.get("t1_kod0bkd").get(0).timeLo()).isEqualTo(Instant.ofEpochSecond(1_706_745_600));
    }

    @Test
    void retrievedUtcOf2020IsTheCapture() throws IOException {
        List<Event> events = read(SUBMISSIONS + ".ndjson").get("t3_j08bcm");
        assertThat(events.get(0).capturedAt()).isEqualTo(Instant.ofEpochSecond(1_623_001_372));
        assertThat(kinds(events)).containsExactly(EventKind.POST, EventKind.EDIT);
    }

    @Test
    void threeSubmissionsWereDeletedByTheirAuthorsBetweenTheLooks() throws IOException {
        List<List<Event>> gone = read(SUBMISSIONS + ".ndjson").values().stream()
                .filter(events -> kinds(events).contains(EventKind.REMOVAL)
                        && events.get(0).visible())
                .toList();
        assertThat(gone).hasSize(3).allSatisfy(events -> {
            Event removal = events.get(1);
            assertThat(removal.actor()).isEqualTo(Actor.AUTHOR);
            assertThat(removal.timeLo()).isEqualTo(Instant.ofEpochSecond(1_706_745_615));
            assertThat(Duration.between(removal.timeLo(), removal.timeHi()))
                    .isBetween(Duration.ofMinutes(35 * 60 + 50), Duration.ofMinutes(36 * 60 + 10));
            assertThat(removal.counts().isEmpty()).isFalse();
            assertThat(events.get(0).text()).isNotBlank();
        });
    }

    @Test
    void twoCommentsWereRemovedWithinFifteenSecondsAndStayedSo() throws IOException {
        Map<String, List<Event>> comments = read(COMMENTS + ".ndjson");
        for (String id : List.of("t1_kod0bkj", "t1_kod0bkl")) {
            List<Event> events = comments.get(id);
            assertThat(kinds(events)).containsExactly(EventKind.REPLY, EventKind.REMOVAL, EventKind.RECHECK);
            assertThat(events.get(0).visible()).isFalse();
            assertThat(events.get(0).accountId()).isNull();
            assertThat(events.get(1).actor()).isEqualTo(Actor.COMMUNITY_MOD);
            assertThat(Duration.between(events.get(1).timeLo(), events.get(1).timeHi()))
                    .isEqualTo(Duration.ofSeconds(15));
            assertThat(events.get(2).recheck()).isEqualTo(RecheckOutcome.GONE);
        }
    }

    @Test
    void aDeletedAccountWithItsWordsIntactIsNotGoneButADeletedCommentIs() throws IOException {
        Map<String, List<Event>> comments = read(COMMENTS + ".ndjson");
        assertThat(comments.get("t1_c15")).hasSize(1);
        assertThat(comments.get("t1_c15").get(0).visible()).isTrue();
        assertThat(comments.get("t1_c15").get(0).accountId()).isNull();
        assertThat(comments.get("t1_c16").get(1).actor()).isEqualTo(Actor.AUTHOR);
    }

    @Test
    void aCrosspostIsAShareOfItsOriginal() throws IOException {
        Event share = read(SUBMISSIONS + ".ndjson").get("t3_1afwvv9").get(0);
        assertThat(share.kind()).isEqualTo(EventKind.SHARE);
        assertThat(share.originId()).isEqualTo("t3_1abw4nj");
    }

    @Test
    void withoutASecondRetrievalThereIsOneObservationAndItHasTheCounts() throws IOException {
        List<Event> events = read(SUBMISSIONS + ".ndjson").get("t3_1afwvva");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).counts().likes()).isEqualTo(1);
    }

    @Test
    void aBlankSubmissionRemovedByAModeratorIsAStub() throws IOException {
        List<Event> events =
                read("reddit_arctic_shift/RS_2022-10_removed_sample.ndjson").get("t3_yit7li");
        assertThat(events.get(0).visible()).isFalse();
        assertThat(events.get(0).text()).isNull();
        assertThat(events.get(1).actor()).isEqualTo(Actor.COMMUNITY_MOD);
        assertThat(events.get(1).timeLo()).isEqualTo(Instant.ofEpochSecond(1_667_261_166));
        assertThat(events.get(1).timeHi()).isEqualTo(Instant.ofEpochSecond(1_668_014_925));
        List<Event> of2019 = read(SUBMISSIONS + ".ndjson").get("t3_abdn5a");
        assertThat(of2019.get(1).actor()).isEqualTo(Actor.COMMUNITY_MOD);
    }

    @Test
    void theSampleHoldsThisManyEventsOfEachKind() throws IOException {
        Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
        for (String name : List.of(COMMENTS, SUBMISSIONS)) {
            read(name + ".ndjson").values().stream()
                    .flatMap(List::stream)
                    .forEach(event -> counts.merge(event.kind(), 1, Integer::sum));
        }
        assertThat(counts)
                .containsEntry(EventKind.REPLY, 27)
                .containsEntry(EventKind.POST, 30)
                .containsEntry(EventKind.SHARE, 1)
                .containsEntry(EventKind.REMOVAL, 8)
                .containsEntry(EventKind.EDIT, 2)
                .containsEntry(EventKind.RECHECK, 16);
    }

    private static List<EventKind> kinds(List<Event> events) {
        return events.stream().map(Event::kind).toList();
    }

    private static Map<String, List<Event>> read(String name) throws IOException {
        Path file = RealDumps.file(name);
        RedditDecoder decoder = new RedditDecoder(null);
        List<Decoded> outcomes = new ArrayList<>();
        try (RecordBlockReader reader =
                RecordBlockReader.open(Files.newInputStream(file), name, DumpFormat.REDDIT, ReadLimits.DEFAULT)) {
            for (RecordBlock block = reader.next().orElse(null);
                    block != null;
                    block = reader.next().orElse(null)) {
                assertThat(block.problems()).isEmpty();
                for (int i = 0; i < block.size(); i++) {
                    outcomes.add(decoder.decode(block.record(i)));
                }
            }
        }
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Decoded.Events.class));
        Map<String, List<Event>> byItem = new LinkedHashMap<>();
        for (Decoded outcome : outcomes) {
            List<Event> events = ((Decoded.Events) outcome).events();
            byItem.put(events.get(0).itemId(), events);
        }
        return byItem;
    }
}
