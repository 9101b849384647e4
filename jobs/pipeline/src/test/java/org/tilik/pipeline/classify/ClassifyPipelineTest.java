// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** Items whose labels, families and reasons to be measured can be worked out by hand. */
class ClassifyPipelineTest {
    private static final String GRIM = "grim ".repeat(9);
    private static final String PDQ = "0f".repeat(32);
    /** Differs from it in 31 bits. */
    private static final String NEAR_PDQ = "f0f0f0" + "0f".repeat(26) + "0f0008";

    @TempDir
    static Path temp;

    private static Run oneTask;
    private static JobCounts counts;
    private static int textsScored;
    private static Map<String, LabelRow> labels;
    private static Map<String, FamilyMemberRow> members;

    @BeforeAll
    static void runOnce() throws Exception {
        Files.writeString(temp.resolve("known.csv"), """
                kind,value,label,added_at,source
                item,reddit:listed,,2024-06-01T00:00:00Z,
                url,https://page.example/known,,2024-06-01T00:00:00Z,
                """);
        Files.writeString(temp.resolve("organisations.csv"), """
                organisation_id,name,alias,language,source,listed_at
                sim-front,Lembah Front,Lembah Front,en,fictional,2019-03-01
                """);
        oneTask = run("one", items());
        int before = WordRules.texts();
        counts = ClassifyRuns.job(oneTask, 1);
        textsScored = WordRules.texts() - before;
        labels = ClassifyRuns.labels(oneTask);
        members = new HashMap<>();
        TableReader.forEach(
                Table.FAMILY_MEMBERS,
                oneTask.folder(Table.FAMILY_MEMBERS).root(),
                row -> members.put(row.itemKey(), row));
    }

    private static Run run(String output, List<TestItem> items) throws Exception {
        return ClassifyRuns.write(temp, output, items, Map.of("hateful", 0.8), List.of("known.csv"));
    }

    private static List<TestItem> items() {
        List<TestItem> items = new ArrayList<>();
        items.add(TestItem.post("label", 5, GRIM + "words!"));
        // The same words: the wording of the earlier is scored.
        items.add(TestItem.post("later", 20, "One wording, of a text"));
        items.add(TestItem.post("earlier", 10, "ONE wording of a text https://elsewhere.example/long/address"));
        items.add(TestItem.post("stub", 30, null));
        items.add(TestItem.post("emoji", 31, "\uD83D\uDE00\uD83D\uDE00"));
        items.add(TestItem.post("digits", 32, "2024 06"));
        items.add(TestItem.post("digits too", 33, "2024 06"));
        items.add(TestItem.post("share of label", 40, "Said again").sharing("label"));
        items.add(TestItem.post("share of none", 41, "Shared by one").sharing("absent"));
        items.add(TestItem.post("second share of none", 42, "Shared by another").sharing("absent"));
        items.add(TestItem.post("copy of label", 3, "Words, " + GRIM));
        items.add(TestItem.post("words of label", 50, GRIM.toUpperCase(Locale.ROOT) + "words"));
        items.add(TestItem.post("file", 60, GRIM + "with a file").hash("md5:" + "a".repeat(32)));
        items.add(TestItem.post("copied file", 61, "Look at this of the lembah front")
                .hash("md5:" + "A".repeat(32)));
        items.add(TestItem.post("image", 62, "A picture").hash("pdq:" + PDQ));
        items.add(TestItem.post("similar image", 63, "Another picture").hash("pdq:" + NEAR_PDQ));
        items.add(TestItem.post("lonely image", 64, "Only picture").hash("pdq:" + "1".repeat(64)));
        items.add(TestItem.post("listed", 70, "Plain words on a list"));
        items.add(TestItem.post("same as listed", 71, "Plain words on a LIST"));
        items.add(TestItem.post("link", 72, "Read it").url("https://page.example/known?utm_source=a"));
        items.add(TestItem.post("link too", 73, "Read that").url("http://www.page.example/known/"));
        items.add(TestItem.post("front page", 74, "News here").url("https://page.example/"));
        items.add(TestItem.post("front page too", 75, "News there").url("https://page.example/"));
        // A chain: a share, the words of its origin, the file of another with the same words.
        items.add(TestItem.post("chain 1", 80, "First link of a chain").sharing("chain 2"));
        items.add(TestItem.post("chain 2", 81, "Second link of a chain"));
        items.add(TestItem.post("chain 3", 82, "second LINK of a chain").hash("sha256:" + "c".repeat(64)));
        items.add(TestItem.post("chain 4", 79, "Fourth link").hash("sha256:" + "c".repeat(64)));
        for (int i = 0; i < 40; i++) {
            items.add(TestItem.post(
                            "filler " + i,
                            100 + i,
                            "Orang yang menulis nomor " + "abcdefghijklmnopqrstuvwxyz".charAt(i % 26)
                                    + (i < 26 ? "" : " lagi"))
                    .by("account " + i));
        }
        return items;
    }

    @Test
    void everyItemHasOneRow() {
        assertThat(labels).hasSize(items().size());
        assertThat(counts.count(ClassifyCounts.ITEMS_SCORED) + counts.count(ClassifyCounts.ITEMS_NOT_SCORED))
                .isEqualTo(items().size());
    }

    @Test
    void aTextIsScoredOnceInTheWordingOfItsEarliestItem() {
        double confidence = 1.0 / "ONE wording of a text https://elsewhere.example/long/address".length();
        assertThat(row("earlier").languageConfidence()).isEqualTo(confidence);
        assertThat(row("later").languageConfidence()).isEqualTo(confidence);
        assertThat(counts.count(ClassifyCounts.TEXTS_SCORED)).isEqualTo(textsScored);
        // Four texts have two wordings each, and four items have nothing to score.
        assertThat((long) textsScored).isEqualTo(items().size() - 8L);
    }

    @Test
    void whatHasNoLettersHasNoScores() {
        for (String item : List.of("stub", "emoji", "digits")) {
            assertThat(row(item).label()).as(item).isNull();
            assertThat(row(item).scoreHateful()).as(item).isNull();
            assertThat(row(item).language()).isEqualTo("und");
            assertThat(row(item).familyId()).isNull();
        }
    }

    @Test
    void aScoreThatReachesTheThresholdSelects() {
        LabelRow label = row("label");
        assertThat(label.trackedBy()).isEqualTo("label");
        assertThat(label.label()).isEqualTo("hateful");
        assertThat(label.scoreHateful()).isCloseTo(0.9, within(1e-12));
        assertThat(label.isFollowedFromStart())
                .as("a label needs words, which stubs have not")
                .isFalse();
        assertThat(label.modelId()).isEqualTo(WordRules.ID);
        assertThat(row("filler 1").trackedBy()).isNull();
    }

    @Test
    void aListSelectsAndSaysSinceWhen() {
        assertThat(row("listed").trackedBy()).isEqualTo("known");
        assertThat(row("listed").knownMatch()).isEqualTo("item");
        assertThat(row("listed").listedAtUtc()).isEqualTo(Instant.parse("2024-06-01T00:00:00Z"));
        assertThat(row("listed").isFollowedFromStart()).isTrue();
        assertThat(row("link").knownMatch()).isEqualTo("url");
    }

    @Test
    void organisationsOfTheStudyAreNamedWhereTheTextDoes() {
        assertThat(row("copied file").organisations()).containsExactly("sim-front");
        assertThat(row("label").organisations()).isEmpty();
    }

    @Test
    void aFamilyTracksItsMembersAndTellsExactCopiesApart() {
        assertThat(row("share of label").trackedBy()).isEqualTo("family");
        assertThat(row("same as listed").trackedBy()).isEqualTo("family");
        assertThat(row("same as listed").isExactCopy()).isFalse();
        assertThat(row("copied file").trackedBy()).isEqualTo("family");
        assertThat(row("copied file").isExactCopy()).isTrue();
        assertThat(row("chain 1").trackedBy()).isNull();
    }

    @Test
    void familiesAreWhatTiesConnect() {
        assertThat(family("label"))
                .isEqualTo(Map.of("label", "share", "share of label", "share", "words of label", "text"));
        assertThat(family("share of none")).containsOnlyKeys("share of none", "second share of none");
        assertThat(family("file")).isEqualTo(Map.of("file", "media_hash", "copied file", "media_hash"));
        assertThat(family("image")).isEqualTo(Map.of("image", "media_hash", "similar image", "media_hash"));
        assertThat(family("link")).isEqualTo(Map.of("link", "known_url", "link too", "known_url"));
        assertThat(family("chain 1"))
                .isEqualTo(Map.of(
                        "chain 1", "share", "chain 2", "share", "chain 3", "media_hash", "chain 4", "media_hash"));
        for (String alone : List.of("lonely image", "front page", "front page too", "copy of label", "filler 3")) {
            assertThat(row(alone).familyId()).as(alone).isNull();
        }
    }

    @Test
    void aFamilyIsNamedAfterItsEarliestMemberWithoutShowingItsKey() {
        assertThat(row("chain 1").familyId()).isEqualTo(CloseFamilies.familyId(TestItem.key("chain 4")));
        assertThat(row("later").familyId()).isEqualTo(CloseFamilies.familyId(TestItem.key("earlier")));
        // The same by hand: printf 'family\x1f%s' KEY | sha256sum | cut -c-32
        assertThat(CloseFamilies.familyId("0123456789abcdef0123456789abcdef"))
                .isEqualTo("8653d8f8cb0001ef3433afe5f2614119");
        assertThat(members.values()).allSatisfy(member -> assertThat(labels).doesNotContainKey(member.familyId()));
        assertThat(counts.count(ClassifyCounts.FAMILY_MEMBERS)).isEqualTo(members.size());
        assertThat(counts.count(ClassifyCounts.FAMILIES))
                .isEqualTo(members.values().stream()
                        .map(FamilyMemberRow::familyId)
                        .distinct()
                        .count());
    }

    @Test
    void prevalenceCountsWhatWasScoredAndSharesApart() throws Exception {
        List<PrevalenceRow> rows = TableReader.read(
                Table.PREVALENCE, oneTask.folder(Table.PREVALENCE).root());
        long scored = items().size() - 8L;
        PrevalenceRow hateful = prevalence(rows, "all", "hateful", null);
        assertThat(hateful.nItems()).isEqualTo(scored);
        assertThat(hateful.nEvents()).isEqualTo(4);
        assertThat(hateful.estimate()).isCloseTo(4.0 / scored, within(1e-12));
        assertThat(hateful.correctionMethod()).isEqualTo("classifier, not corrected");
        assertThat(hateful.ciLow()).isNull();
        assertThat(prevalence(rows, "all", "hateful", 0.8).nEvents()).isEqualTo(4);
        assertThat(prevalence(rows, "all", "none", null).nEvents()).isEqualTo(scored - 4);
        assertThat(prevalence(rows, "share", "none", null).suppressed()).isTrue();
        assertThat(prevalence(rows, "reddit|id", "hateful", null).nItems()).isEqualTo(40);
        assertThat(prevalence(rows, "id", "hateful", null).nItems()).isEqualTo(40);
        assertThat(rows).extracting(PrevalenceRow::rowId).doesNotHaveDuplicates();
    }

    private static PrevalenceRow prevalence(List<PrevalenceRow> rows, String stratum, String label, Double threshold) {
        return rows.stream()
                .filter(row -> row.stratum().equals(stratum)
                        && label.equals(row.label())
                        && Objects.equals(threshold, row.threshold()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTablesDoNotDependOnParallelismOrOnTheOrderOfItems() throws Exception {
        List<TestItem> shuffled = items();
        Collections.shuffle(shuffled, new Random(3));
        Run two = run("two", shuffled);
        Run four = run("four", items());

        assertThat(ClassifyRuns.job(two, 2)).isEqualTo(counts);
        assertThat(ClassifyRuns.job(four, 4)).isEqualTo(counts);
        assertThat(digests(two)).isEqualTo(digests(oneTask));
        assertThat(digests(four)).isEqualTo(digests(oneTask));
    }

    @Test
    void runAgainItWritesTheSame() throws Exception {
        Run again = run("again", items());
        ClassifyRuns.job(again, 2);
        Map<String, TableDigest> first = digests(again);
        ClassifyRuns.job(again, 2);

        assertThat(digests(again)).isEqualTo(first).isEqualTo(digests(oneTask));
    }

    private static Map<String, TableDigest> digests(Run run) throws Exception {
        Map<String, TableDigest> digests = new TreeMap<>();
        for (Table<?> table : List.of(Table.LABELS, Table.FAMILY_MEMBERS, Table.PREVALENCE)) {
            digests.put(table.name(), TableDigest.of(table, run.folder(table).root()));
        }
        return digests;
    }

    private static LabelRow row(String item) {
        return labels.get(TestItem.key(item));
    }

    /** The members of the item's family by name, and how each joined it. */
    private static Map<String, String> family(String item) {
        Map<String, String> names =
                items().stream().collect(Collectors.toMap(one -> TestItem.key(one.name()), TestItem::name));
        String id = row(item).familyId();
        return members.values().stream()
                .filter(member -> member.familyId().equals(id))
                .collect(Collectors.toMap(member -> names.get(member.itemKey()), FamilyMemberRow::joinedBy));
    }
}
