// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.java.tuple.Tuple4;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.measure.spread.variants.Shingles;
import org.tilik.measure.spread.variants.Similarity;
import org.tilik.model.NormalisedText;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** Texts that are nearly the same make families, in every script, and nothing else does. */
class NearTextsPipelineTest {
    private static final String ENGLISH =
            "The council of Lembah Sari meets at the old mill on Monday to speak about the new ferry to Kelana Hill";
    private static final String IMAGE = "pdq:" + "3c".repeat(32);

    @TempDir
    static Path temp;

    private static Run oneTask;
    private static JobCounts counts;
    private static Map<String, LabelRow> labels;
    private static Map<String, FamilyMemberRow> members;

    @BeforeAll
    static void runOnce() throws Exception {
        Files.writeString(temp.resolve("known.csv"), """
                kind,value,label,added_at,source
                item,reddit:listed,,2024-06-01T00:00:00Z,
                """);
        Files.writeString(temp.resolve("organisations.csv"), """
                organisation_id,name,alias,language,source,listed_at
                sim-front,Lembah Front,Lembah Front,en,fictional,2019-03-01
                """);
        oneTask = run("one", items());
        counts = ClassifyRuns.job(oneTask, 1);
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
        // In each script a text and the same with a small edit: at least 0.8 similar.
        pair(items, "english", ENGLISH, ENGLISH + " (2)");
        pair(
                items,
                "indonesian",
                "Warga Lembah Sari berkumpul di balai desa hari Senin untuk membahas feri baru ke Bukit Kelana",
                "Warga Lembah Sari berkumpul di balai desa hari Senin untuk membahas feri baru ke Bukit Kelana lagi");
        pair(
                items,
                "french",
                "Le conseil de Val-Brume se réunit lundi au vieux moulin pour parler du nouveau bac vers la colline",
                "LE CONSEIL de Val-Brume se re\u0301unit lundi au vieux moulin pour parler du nouveau bac vers la colline, enfin");
        pair(
                items,
                "arabic",
                "يجتمع مجلس القرية يوم الاثنين في الطاحونة القديمة ليتحدث عن العبارة الجديدة الى التل الشمالي",
                "يجتمع مجلس القرية يوم الاثنين في الطاحونة القديمة ليتحدث عن العبارة الجديدة الى التل الشمالي غدا");
        pair(items, "chinese", "村议会星期一在老磨坊开会讨论去山上的新渡船", "村议会星期一在老磨坊开会，讨论去山上的新渡船吧");
        pair(
                items,
                "thai",
                "สภาหมู่บ้านประชุมวันจันทร์ที่โรงสีเก่าเรื่องเรือข้ามฟากลำใหม่",
                "สภาหมู่บ้านประชุมวันจันทร์ที่โรงสีเก่าเรื่องเรือข้ามฟากลำใหม่จ้า");
        pair(
                items,
                "hindi",
                "गाँव की परिषद सोमवार को पुरानी चक्की में नई नाव के बारे में बात करने के लिए मिलती है",
                "गाँव की परिषद सोमवार को पुरानी चक्की में नई नाव के बारे में बात करने के लिए मिलती है आज");
        pair(
                items,
                "mixed",
                "Rapat desa 村议会 on Monday: bring your own cup to the old mill, kata ketua, dan datang tepat waktu",
                "Rapat desa 村议会 on Monday: bring your own cup to the old mill, kata ketua, dan datang tepat waktu ya");
        pair(
                items,
                "hashtags",
                "#Ferry #LembahSari #KelanaHill #Monday #OldMill #Council #Meeting #Boats #River #North",
                "Ferry LembahSari KelanaHill Monday OldMill Council Meeting Boats River #North #Now");
        // What must stay apart.
        pair(
                items,
                "emoji",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 \uD83C\uDF89",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00");
        pair(items, "short", "The ferry runs again on Monday", "The ferry runs again on Monday soon");
        pair(items, "short chinese", "新渡船星期一开", "新渡船星期二开");
        pair(
                items,
                "less similar",
                "Seven mills stand by the river and each of them grinds the corn of one village only",
                "Seven mills stand by the lake and each of them grinds the corn of one village now");
        pair(
                items,
                "loose",
                "At the north end of the harbour an old man sells maps of islands that nobody has ever found again since",
                "At the north end of the harbour an old man sells charts of islands that nobody has ever found again since");
        // A chain of edits: its ends are not similar, what lies between ties them.
        String chain = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";
        for (int link = 0; link < 6; link++) {
            items.add(TestItem.post("chain " + link, 400 + link, chain + " a b c d e f".substring(0, 2 * link)));
        }
        // The closest tie counts: these two have the same words, a third nearly the same.
        String same = "Plain words about the weather in Nadir Bay that two people wrote in the same way on a day";
        items.add(TestItem.post("same 1", 500, same));
        items.add(TestItem.post("same 2", 501, same.toUpperCase(Locale.ROOT)));
        items.add(TestItem.post("nearly", 502, same + " indeed"));
        items.add(TestItem.post("share of nearly", 503, null).sharing("nearly"));
        // Tracked by list: near texts are followed with their family, and are no exact copies.
        String listed =
                "A text that a list names and that somebody else wrote again with one small word more at the end";
        items.add(TestItem.post("listed", 510, listed));
        items.add(TestItem.post("near listed", 511, listed + " now").hash(IMAGE));
        items.add(TestItem.post("picture", 512, null).hash(IMAGE));
        return items;
    }

    private static void pair(List<TestItem> items, String name, String text, String other) {
        int minute = 10 * items.size();
        items.add(TestItem.post(name, minute, text));
        items.add(TestItem.post(name + " again", minute + 1, other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"english", "indonesian", "french", "arabic", "chinese", "thai", "hindi", "mixed", "hashtags"})
    void anEditedTextIsOfTheFamilyOfItsOriginalInEveryScript(String script) {
        assertThat(family(script)).isEqualTo(Map.of(script, "near_text", script + " again", "near_text"));
        assertThat(member(script).variantKey())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(member(script + " again").variantKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"emoji", "short", "short chinese", "less similar", "loose"})
    void whatIsTooShortOrTooDifferentIsNoFamily(String name) {
        assertThat(row(name).familyId()).isNull();
        assertThat(row(name + " again").familyId()).isNull();
    }

    @Test
    void whatOthersConnectIsOneFamilyThoughItsEndsAreNotSimilar() {
        assertThat(similarity("chain 0", "chain 5")).isLessThan(0.8);
        assertThat(family("chain 0")).hasSize(6);
    }

    @Test
    void theClosestTieIsTheOneThatIsNamed() {
        assertThat(family("same 1"))
                .isEqualTo(Map.of("same 1", "text", "same 2", "text", "nearly", "share", "share of nearly", "share"));
    }

    @Test
    void variantsAreToldApartByTheirWordsElseByTheirMedia() {
        assertThat(member("same 1").variantKey())
                .isEqualTo(member("same 2").variantKey())
                .isNotEqualTo(member("nearly").variantKey());
        assertThat(member("share of nearly").variantKey())
                .as("without words and media")
                .isNull();
        assertThat(member("near listed").variantKey())
                .isNotEqualTo(member("picture").variantKey());
        assertThat(member("picture").variantKey()).matches("[0-9a-f]{32}");
    }

    @Test
    void nearTextsAreFollowedWithTheirFamilyAndAreNoExactCopies() {
        assertThat(row("listed").trackedBy()).isEqualTo("known");
        assertThat(row("near listed").trackedBy()).isEqualTo("family");
        assertThat(row("near listed").isExactCopy()).isFalse();
        assertThat(family("listed"))
                .isEqualTo(Map.of("listed", "near_text", "near listed", "near_text", "picture", "media_hash"));
    }

    @Test
    void familiesUnderOtherRulesAreCountedBesideTheRule() {
        Map<Similarity, List<Set<String>>> families = new TreeMap<>();
        for (Similarity rule : Similarity.values()) {
            families.put(rule, byHand(rule));
            assertThat(counts.count(ClassifyCounts.families(rule)))
                    .as("families, %s", rule)
                    .isEqualTo(families.get(rule).size());
            assertThat(counts.count(ClassifyCounts.familyMembers(rule)))
                    .as("members, %s", rule)
                    .isEqualTo(families.get(rule).stream().mapToInt(Set::size).sum());
            assertThat(counts.count(ClassifyCounts.largestFamily(rule)))
                    .isEqualTo(families.get(rule).stream()
                            .mapToInt(Set::size)
                            .max()
                            .orElseThrow());
        }
        assertThat(families.get(Similarity.LOOSE))
                .hasSizeGreaterThan(families.get(Similarity.STANDARD).size());
        assertThat(families.get(Similarity.STRICT))
                .hasSizeLessThan(families.get(Similarity.STANDARD).size());
        assertThat(Set.copyOf(found())).isEqualTo(Set.copyOf(families.get(Similarity.STANDARD)));
    }

    /** Families as the rule says: all texts compared with all, and the ties that are no texts. */
    private static List<Set<String>> byHand(Similarity rule) {
        List<TestItem> items = items();
        List<Set<String>> families = items.stream()
                .map(item -> (Set<String>) new HashSet<>(Set.of(item.name())))
                .collect(Collectors.toList());
        for (TestItem one : items) {
            for (TestItem other : items) {
                boolean shares = TestItem.key(other.name()).equals(one.origin());
                boolean sameImage = !one.hashes().isEmpty() && one.hashes().equals(other.hashes());
                String words = words(one);
                boolean sameText = words.codePoints().anyMatch(Character::isLetter) && words.equals(words(other));
                if (shares || sameImage || sameText || rule.holds(similarity(one.name(), other.name()))) {
                    Set<String> a = familyOf(one, families);
                    Set<String> b = familyOf(other, families);
                    if (a != b) {
                        a.addAll(b);
                        families.removeIf(family -> family == b);
                    }
                }
            }
        }
        families.removeIf(family -> family.size() == 1);
        return families;
    }

    private static Set<String> familyOf(TestItem item, List<Set<String>> families) {
        return families.stream()
                .filter(family -> family.contains(item.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Set<String>> found() {
        return List.copyOf(items().stream()
                .filter(item -> row(item.name()).familyId() != null)
                .collect(Collectors.groupingBy(
                        item -> row(item.name()).familyId(), Collectors.mapping(TestItem::name, Collectors.toSet())))
                .values());
    }

    private static double similarity(String one, String other) {
        return Shingles.similarity(Shingles.of(words(item(one))), Shingles.of(words(item(other))));
    }

    private static String words(TestItem item) {
        return NormalisedText.of(item.text());
    }

    private static TestItem item(String name) {
        return items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theKeyOfATextComesBackFromItsHalves() {
        for (String last : List.of("4", "5")) {
            String key = "f".repeat(15) + last + "0".repeat(15) + "4";
            Tuple4<Long, Long, Long, int[]> text = NearTexts.text(key, new int[] {1});

            assertThat(NearTexts.key(text.f1, text.f2)).isEqualTo(key);
            assertThat(NearTexts.isComparison(text)).isFalse();
            assertThat(NearTexts.isComparison(NearTexts.comparison(text.f0, 8))).isTrue();
            assertThat(NearTexts.number(NearTexts.comparison(text.f0, 8).f0)).isEqualTo(text.f0);
        }
    }

    @Test
    void eachDifferentTextOfEightTokensIsComparedOnce() {
        long texts = items().stream()
                .map(NearTextsPipelineTest::words)
                .filter(words -> words.split(" ").length >= Shingles.LEAST_TOKENS)
                .distinct()
                .count();
        assertThat(counts.count(ClassifyCounts.TEXTS_COMPARED)).isEqualTo(texts);
        assertThat(counts.count(ClassifyCounts.TEXT_BUCKETS_CUT)).isZero();
        assertThat(counts.count(ClassifyCounts.TEXT_PAIRS_NEAR))
                .isPositive()
                .isLessThanOrEqualTo(counts.count(ClassifyCounts.TEXT_PAIRS_COMPARED));
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

    /** Hundreds of edits of one text fill their buckets; which are compared there must not depend on tasks either. */
    @Test
    void aTextInHundredsOfVariantsIsOneFamilyHoweverManyTasksFindIt() throws Exception {
        String text = IntStream.range(0, 60).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        List<TestItem> items = IntStream.range(0, 400)
                .mapToObj(i -> TestItem.post("variant " + i, i, text.replace("word" + i % 60 + " ", "edit" + i + " ")))
                .toList();
        Run one = run("variants-1", items);
        Run four = run("variants-4", items);
        JobCounts found = ClassifyRuns.job(one, 1);

        assertThat(ClassifyRuns.job(four, 4)).isEqualTo(found);
        assertThat(digests(four)).isEqualTo(digests(one));
        assertThat(found.count(ClassifyCounts.TEXT_BUCKETS_CUT)).isPositive();
        assertThat(found.count(ClassifyCounts.FAMILIES)).isEqualTo(1);
        assertThat(found.count(ClassifyCounts.FAMILY_MEMBERS)).isEqualTo(400);
        assertThat(found.count(ClassifyCounts.largestFamily(Similarity.STANDARD)))
                .isEqualTo(400);
        assertThat(found.count(ClassifyCounts.TEXT_PAIRS_COMPARED)).isLessThan(400 * 399 / 2);
    }

    private static Map<String, TableDigest> digests(Run run) throws Exception {
        Map<String, TableDigest> digests = new TreeMap<>();
        for (Table<?> table : List.of(Table.LABELS, Table.FAMILY_MEMBERS)) {
            digests.put(table.name(), TableDigest.of(table, run.folder(table).root()));
        }
        return digests;
    }

    private static LabelRow row(String item) {
        return labels.get(TestItem.key(item));
    }

    private static FamilyMemberRow member(String item) {
        return members.get(TestItem.key(item));
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
