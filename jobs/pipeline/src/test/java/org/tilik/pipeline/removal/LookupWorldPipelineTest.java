// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.datasets.generate.OneWorld;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldItem;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** A world of which the truth is known, collected once and looked up again by id, without any list of re-checks. */
class LookupWorldPipelineTest {
    private static final long SEED = 11;
    private static final long ITEMS = 600;
    /** What drawing a few hundred items, some of which are gone before the first look, may add to a share. */
    private static final double TOLERANCE = 0.04;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path temp;

    private static List<WorldItem> world;
    private static List<RemovalMeasureRow> lookedUp;
    private static List<RemovalMeasureRow> allNumbers;
    private static List<RemovalMeasureRow> onlyDeletions;

    @BeforeAll
    static void collectTheWorld() throws Exception {
        OneWorld drawn = new OneWorld(SEED, ITEMS);
        world = drawn.items();
        Path folder = Files.createDirectories(temp.resolve("dumps"));
        WorldFormat.TWITTER_V2.dump().write(world, drawn.watchedUntil(), folder);
        WorldFormat.TELETHON.dump().write(world, drawn.watchedUntil(), folder);
        List<String> pages = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (WorldItem item : world) {
            if (item.isCollected() && item.kind() != WorldItem.Kind.SHARE) {
                for (long look : item.looks()) {
                    pages.add(page(item, look));
                    messages.add(message(item, look));
                }
            }
        }
        Files.write(folder.resolve("lookups.jsonl"), pages);
        Files.write(folder.resolve("by-number.ndjson"), messages);
        lookedUp = measures("looked-up", """
                  - {path: dumps/pages.jsonl.zst, format: twitter_v2}
                  - {path: dumps/lookups.jsonl, format: twitter_v2}
                  - {path: dumps/messages.ndjson.zst, format: telethon}
                  - {path: dumps/by-number.ndjson, format: telethon}
                """);
        allNumbers = measures("all-numbers", """
                  - {path: dumps/messages.ndjson.zst, format: telethon}
                  - {path: dumps/by-number.ndjson, format: telethon, complete: true}
                """);
        onlyDeletions = measures("only-deletions", """
                  - {path: dumps/pages.jsonl.zst, format: twitter_v2}
                  - {path: dumps/compliance.jsonl, format: x_compliance}
                """);
    }

    /** The answer to a lookup of one tweet, as twarc keeps it. */
    private static String page(WorldItem item, long look) throws IOException {
        String id = WorldFormat.TWITTER_V2.dump().itemId(item);
        ObjectNode page = JSON.createObjectNode();
        if (item.visibleAt(look)) {
            ObjectNode tweet = page.putArray("data").addObject().put("id", id).put("text", item.text());
            tweet.putArray("edit_history_tweet_ids").add(id);
        } else {
            page.putArray("errors")
                    .addObject()
                    .put("resource_type", "tweet")
                    .put("parameter", "ids")
                    .put("resource_id", id)
                    .put("type", "https://api.twitter.com/2/problems/resource-not-found");
        }
        page.putObject("__twarc")
                .put("url", "https://api.twitter.com/2/tweets?expansions=author_id&ids=" + id)
                .put("version", "2.14.0")
                .put("retrieved_at", Instant.ofEpochSecond(look).toString());
        return JSON.writeValueAsString(page);
    }

    /** What Telegram hands out for the number of a message. */
    private static String message(WorldItem item, long look) throws IOException {
        String[] id = WorldFormat.TELETHON.dump().itemId(item).split("/", -1);
        ObjectNode message = JSON.createObjectNode();
        message.put("_", item.visibleAt(look) ? "Message" : "MessageEmpty").put("id", Long.parseLong(id[1]));
        message.putObject("peer_id").put("_", "PeerChannel").put("channel_id", Long.parseLong(id[0]));
        message.put("retrieved_utc", look);
        if (item.visibleAt(look)) {
            message.put("date", item.postedAt()).put("message", item.text());
        }
        return JSON.writeValueAsString(message);
    }

    private static List<RemovalMeasureRow> measures(String study, String inputs) throws Exception {
        Path file = temp.resolve(study + ".yaml");
        Files.writeString(file, """
                study: %s
                title: One fictional world, collected and looked up again
                inputs:
                %strack: {all: true}
                model: none
                strata: [platform]
                deadlines_hours: [24, 168]
                clock: posted
                privacy: {key_file: study.key, k: 10}
                """.formatted(study, inputs));
        Files.writeString(temp.resolve("study.key"), "public key of a test, never for real data\n");
        Run run = MeasuredStudy.run(file, temp.resolve(study));
        return TableReader.read(
                Table.REMOVAL_MEASURES, run.folder(Table.REMOVAL_MEASURES).root());
    }

    private static double trulyGoneWithin(double hours) {
        List<WorldItem> own = world.stream()
                .filter(item -> item.kind() != WorldItem.Kind.SHARE)
                .toList();
        long gone = own.stream()
                .filter(item -> item.goneAt() != WorldItem.NEVER && item.goneAt() - item.postedAt() <= hours * 3600)
                .count();
        return gone / (double) own.size();
    }

    private static List<RemovalMeasureRow> sharesGone(List<RemovalMeasureRow> rows, String platform) {
        return rows.stream()
                .filter(row -> row.stratum().equals(platform)
                        && row.metricId().startsWith("gone.share_within")
                        && row.deadlineHours() != null)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {24, 168})
    void lookupsOfIdsGiveTheShareThatTrulyWent(double hours) {
        double truth = trulyGoneWithin(hours);

        assertThat(sharesGone(lookedUp, "twitter"))
                .filteredOn(row -> row.deadlineHours() == hours
                        && row.metricId().equals("gone.share_within_given_captured")
                        // All that is gone was only missing, of which that row censors what was missed once.
                        && !"unconfirmed_censored".equals(row.correctionMethod()))
                .isNotEmpty()
                .allSatisfy(row -> {
                    double low = row.estimate() == null ? row.boundLow() : row.estimate();
                    double high = row.estimate() == null ? row.boundHigh() : row.estimate();
                    assertThat(row.nItems()).isGreaterThan(100);
                    assertThat(truth).isBetween(low - TOLERANCE, high + TOLERANCE);
                    assertThat(high).isLessThan(0.9);
                });
    }

    /** The world has a channel for every five messages, so that the ends of their ranges, which nobody follows, are many. */
    @ParameterizedTest
    @ValueSource(doubles = {24, 168})
    void messagesThatAreAllAskedForByNumberGiveAnIntervalThatHoldsTheShareThatTrulyWent(double hours) {
        assertThat(sharesGone(allNumbers, "telegram"))
                .filteredOn(row -> row.deadlineHours() == hours
                        && row.metricId().equals("gone.share_within_given_captured")
                        && !"unconfirmed_censored".equals(row.correctionMethod()))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.nItems()).isGreaterThan(100);
                    assertThat(trulyGoneWithin(hours)).isBetween(row.ciLow(), row.ciHigh());
                    assertThat(row.ciHigh()).isLessThan(0.6);
                });
    }

    @Test
    void messagesOfWhichNobodySaysThatTheirNumberWasAskedForGiveNoShare() {
        assertThat(sharesGone(lookedUp, "telegram")).isEmpty();
    }

    @Test
    void aListOfDeletionsWithoutSurvivorsGivesNoShare() {
        assertThat(sharesGone(onlyDeletions, "twitter")).isEmpty();
    }
}
