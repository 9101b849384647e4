// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.CascadeEdgeRow;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.table.Table;

/**
 * Cascades of the PHEME corpus, whose source tweets come with all retweets, answers and the follower lists of those who
 * took part, against counts of the same files by other means. What is found is written down in {@code jobs/PHEME.md}.
 */
class PhemeSpreadIT {
    private static final Path CORPUS =
            Path.of("..", "..", "..", "shared", "dumps", "real", "pheme_retweets", "pheme-threads.tar.gz");
    private static final Path REPORT = Path.of("..", "PHEME.md");
    private static final String KEY = "fictional secret";

    @TempDir
    private static Path temp;

    private static Output output;
    private static PhemeCorpus corpus;

    @BeforeAll
    static void runAndCountByOtherMeans() throws IOException {
        boolean present = Files.exists(CORPUS);
        if (!present && System.getenv("CI") != null) {
            fail("CI must have the PHEME corpus, but " + CORPUS + " is missing");
        }
        assumeTrue(present, "no PHEME corpus beside this repository");
        Files.writeString(temp.resolve("my.key"), KEY + "\n");
        String study = Files.writeString(temp.resolve("pheme.yaml"), """
                        study: pheme
                        inputs: [{path: %1$s}]
                        track: {all: true}
                        model: none
                        spread: {parents: [followers], followers: [%1$s]}
                        privacy: {key_file: my.key}
                        max_reject_share: 0
                        """.formatted(CORPUS.toRealPath()))
                .toString();
        output = new Output(temp.resolve("out"));
        for (String stage : List.of("ingest", "classify", "spread")) {
            Invocation.succeeding(stage, study, "--output", output.toString(), "--parallelism", "2");
        }
        corpus = PhemeCorpus.read(CORPUS);
    }

    private static Map<String, String> keys(Iterable<String> ids) {
        Pseudonymiser pseudonymiser = new Pseudonymiser(KEY.getBytes(StandardCharsets.UTF_8));
        Map<String, String> keys = new HashMap<>();
        ids.forEach(id -> keys.put(id, pseudonymiser.pseudonym(Platform.TWITTER, id)));
        return keys;
    }

    private static List<CascadeRow> rows() throws IOException {
        return output.rows("restricted", Table.CASCADES);
    }

    @Test
    void cascadesAreAsLargeAsTheCorpusHasThem() throws IOException {
        Map<String, Integer> sizes = corpus.treeSizes();
        Map<String, String> keys = keys(sizes.keySet());
        Map<String, Long> expected = new TreeMap<>();
        sizes.forEach((root, size) -> {
            if (size > 1) {
                expected.put(SpreadEqualsTruthIT.cascadeId(keys.get(root)), (long) size);
            }
        });
        Map<String, Long> found = new TreeMap<>();
        for (CascadeRow row : rows()) {
            if (!row.parentSource().equals("follower_graph")) {
                assertThat(found.put(row.cascadeId(), row.size())).isNull();
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(corpus.events.keySet())
                .as("every source tweet begins a tree")
                .hasSize(330)
                .allSatisfy(source -> assertThat(sizes).containsKey(source));
    }

    @Test
    void reachIsAtMostTheFollowersThatTheCorpusStatesOfAllAccounts() throws IOException {
        Map<String, Map<String, PhemeCorpus.Followers>> trees = corpus.treeFollowers();
        Map<String, String> keys = keys(trees.keySet());
        Map<String, Map<String, PhemeCorpus.Followers>> expected = new HashMap<>();
        trees.forEach((root, accounts) -> expected.put(SpreadEqualsTruthIT.cascadeId(keys.get(root)), accounts));
        assertThat(rows()).allSatisfy(row -> {
            Map<String, PhemeCorpus.Followers> accounts = expected.get(row.cascadeId());
            PhemeCorpus.Followers sum = PhemeCorpus.Followers.sum(accounts.values());
            assertThat(row.uniqueAccounts()).isEqualTo(accounts.size()).isEqualTo(row.nAccountsWithFollowers());
            assertThat(row.reachUpper()).isBetween(sum.least(), sum.most());
        });
        assertThat(output.rows(Table.CASCADES))
                .filteredOn(row -> row.cascadeId() != null && row.reachUpper() != null)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reachUpper())
                        .isGreaterThanOrEqualTo(PhemeCorpus.Followers.sum(
                                        expected.get(row.cascadeId()).values())
                                .least()));
    }

    @Test
    void everyLinkHasItsOutcome() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        output.runJson().get("spread").properties().forEach(count -> {
            if (count.getKey().startsWith("links.")) {
                counts.put(count.getKey(), count.getValue().asLong());
            }
        });
        long answers = corpus.statuses.values().stream()
                .filter(status -> status.parent() != null && !status.isRetweet())
                .count();
        long orphans = corpus.statuses.values().stream()
                .filter(status -> status.parent() != null && !corpus.statuses.containsKey(status.parent()))
                .count();
        long retweets = corpus.statuses.values().stream()
                .filter(PhemeCorpus.Status::isRetweet)
                .count();
        assertThat(counts)
                .isEqualTo(Map.of(
                        "links.attached",
                        answers + retweets - orphans,
                        "links.orphan_reply",
                        orphans,
                        "links.no_link",
                        corpus.statuses.size() - answers - retweets));
        assertThat(List.of(answers, retweets, orphans)).containsExactly(5014L, 45_240L, 127L);
    }

    @Test
    void answersHangWhereTheCorpusHasThem() throws IOException {
        Map<String, String> keys = keys(corpus.statuses.keySet());
        Set<String> structure = corpus.structure.stream()
                .map(edge -> keys.get(edge.substring(0, edge.indexOf(' '))) + " "
                        + keys.get(edge.substring(edge.indexOf(' ') + 1)))
                .collect(Collectors.toSet());
        Set<String> found = output.rows(Table.CASCADE_EDGES).stream()
                .filter(edge -> edge.edgeKind().equals("reply"))
                .map(edge -> edge.childKey() + " " + edge.parentKey())
                .collect(Collectors.toSet());
        Set<String> more = new HashSet<>(found);
        more.removeAll(structure);

        assertThat(structure).hasSize(4810);
        assertThat(found).containsAll(structure);
        // Answers below an answer whose own parent is not in the corpus: structure.json leaves out such trees.
        assertThat(more).hasSize(77);
        Map<String, String> sourceKeys = keys(corpus.events.keySet());
        Map<String, String> parents = new HashMap<>();
        for (CascadeEdgeRow edge : output.rows(Table.CASCADE_EDGES)) {
            if (!edge.parentSource().equals("follower_graph")) {
                parents.put(edge.childKey(), edge.parentKey());
            }
        }
        for (String edge : more) {
            String at = edge.substring(edge.indexOf(' ') + 1);
            while (parents.containsKey(at)) {
                at = parents.get(at);
            }
            assertThat(sourceKeys).doesNotContainValue(at);
        }
        // It lists these below nothing, as they name nothing that they answer; here each is a root.
        assertThat(corpus.moreRoots)
                .hasSize(21)
                .allSatisfy(id -> assertThat(corpus.statuses.get(id).parent()).isNull());
    }

    @Test
    void theFirstOfTwoAccountsInAFollowerListFollowsTheSecond() throws IOException {
        assertThat(corpus.retweetersWhoFollow(false)).isEqualTo(19_643);
        assertThat(corpus.retweetersWhoFollow(true)).isEqualTo(1541);
        assertThat(output.runJson().get("spread").get("followers.lists").asInt())
                .isEqualTo(327);
        assertThat(output.runJson().get("spread").get("followers.pairs").asInt())
                .isEqualTo((int) corpus.follows.stream()
                        .filter(pair ->
                                !pair.substring(0, pair.indexOf(' ')).equals(pair.substring(pair.indexOf(' ') + 1)))
                        .count());
    }

    @Test
    void depthWithFollowersIsToldApartFromDepthWithout() throws IOException {
        Map<String, CascadeRow> without = new HashMap<>();
        Map<String, CascadeRow> with = new HashMap<>();
        for (CascadeRow row : rows()) {
            (row.parentSource().equals("follower_graph") ? with : without).put(row.cascadeId(), row);
        }
        assertThat(with).isNotEmpty();
        with.forEach((id, row) -> {
            CascadeRow least = without.get(id);
            assertThat(least.parentSource()).isEqualTo("root_only");
            assertThat(least.structuralVirality()).isNull();
            assertThat(least.maxBreadth()).isNull();
            assertThat(row.structuralVirality()).isNotNull();
            assertThat(row.depth()).isGreaterThanOrEqualTo(least.depth());
            assertThat(row.size()).isEqualTo(least.size());
        });
        assertThat(with.values().stream().mapToLong(CascadeRow::depth).max().orElseThrow())
                .isGreaterThan(without.values().stream()
                        .filter(row -> row.parentSource().equals("root_only"))
                        .mapToLong(CascadeRow::nReplies)
                        .min()
                        .orElseThrow());
    }

    @Test
    void whatIsWrittenDownIsWhatIsFound() throws IOException {
        Map<String, String> events = new HashMap<>();
        keys(corpus.events.keySet())
                .forEach((id, key) -> events.put(SpreadEqualsTruthIT.cascadeId(key), corpus.events.get(id)));
        String rendered = new PhemeReport(rows(), events).render();
        if ("write".equals(System.getProperty("tilik.pheme"))) {
            Files.writeString(REPORT, rendered);
        }
        assertThat(REPORT)
                .as("jobs/PHEME.md is not what is found; if that is right, write it again with"
                        + " ./mvnw -pl jobs/pipeline -am verify -Dit.test=PhemeSpreadIT -Dtilik.pheme=write")
                .hasContent(rendered);
    }
}
