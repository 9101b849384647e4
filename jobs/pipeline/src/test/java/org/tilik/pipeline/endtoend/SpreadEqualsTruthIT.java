// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tilik.datasets.generate.TruthCascade;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.table.Table;

/** From dump files to what is said of spread, against what is true of simulated worlds. */
@ParameterizedClass(name = "{0}")
@EnumSource(WorldKind.class)
class SpreadEqualsTruthIT {
    @TempDir
    private static Path temp;

    private static SimulatedWorld world;
    private static Output output;

    @Parameter
    private WorldKind kind;

    @BeforeParameterizedClassInvocation
    static void simulateAndRun(WorldKind kind) throws IOException {
        String name = kind.name().toLowerCase(Locale.ROOT);
        world = SimulatedWorld.write(temp.resolve(name), kind.settings());
        output = new Output(temp.resolve(name + "-out"));
        String study = world.study("spread.yaml", text -> text + "\nmodel: none\n");
        for (String stage : List.of("ingest", "classify", "spread")) {
            Invocation.succeeding(stage, study, "--output", output.toString(), "--parallelism", "2");
        }
    }

    @Test
    void cascadesAreThoseOfTheItemsThatTheDumpsShow() throws IOException {
        Map<String, TruthItem> shown = shownItems();
        Map<String, List<TruthItem>> trees = new TreeMap<>();
        shown.values()
                .forEach(item -> trees.computeIfAbsent(root(item, shown), root -> new ArrayList<>())
                        .add(item));
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, List<TruthItem>> tree : trees.entrySet()) {
            List<TruthItem> items = tree.getValue();
            if (items.size() > 1) {
                TruthItem root = shown.get(tree.getKey());
                expected.put(id(root.platform(), root.itemId()), shown(items, tree.getKey(), shown));
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (CascadeRow row : output.rows("restricted", Table.CASCADES)) {
            found.put(
                    row.cascadeId(),
                    row.size() + " " + row.nShares() + " " + row.nQuotes() + " " + row.nReplies() + " "
                            + (isSampled() ? null : row.depth()) + " " + row.maxBreadth());
        }
        assertThat(found).isEqualTo(expected);
        assertThat(found.size())
                .as("worlds must have cascades")
                .isGreaterThan(kind == WorldKind.SAMPLED_STREAM ? 3 : 50);
        assertThat(output.rows(Table.CASCADE_EDGES))
                .hasSize(trees.values().stream()
                        .mapToInt(items -> items.size() - 1)
                        .sum());
    }

    @Test
    void reachIsTheSumOfTheFollowersThatWerePlanted() throws IOException {
        Map<String, TruthItem> shown = shownItems();
        Map<String, Map<String, Long>> followers = new TreeMap<>();
        for (TruthItem item : shown.values()) {
            TruthItem root = shown.get(root(item, shown));
            followers
                    .computeIfAbsent(id(root.platform(), root.itemId()), id -> new HashMap<>())
                    .put(item.account(), item.accountFollowers());
        }
        int stated = 0;
        for (CascadeRow row : output.rows("restricted", Table.CASCADES)) {
            Map<String, Long> accounts = followers.get(row.cascadeId());
            if (row.platform().equals("reddit")) {
                assertThat(row.nAccountsWithFollowers()).isZero();
                assertThat(row.reachUpper()).isNull();
            } else {
                assertThat(row.nAccountsWithFollowers()).isEqualTo(accounts.size());
                assertThat(row.reachUpper())
                        .isEqualTo(
                                isSampled()
                                        ? null
                                        : (Long) accounts.values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum());
                stated++;
            }
        }
        boolean hasTwitter = kind != WorldKind.PUSHSHIFT && kind != WorldKind.ARCTIC_SHIFT;
        assertThat(stated > 0).as("cascades on Twitter").isEqualTo(hasTwitter);
    }

    private boolean isSampled() {
        return kind == WorldKind.SAMPLED_STREAM;
    }

    @Test
    void cascadesThatAreShownAsAWholeAreTheTrueOnes() throws IOException {
        Map<String, TruthItem> shown = shownItems();
        Map<String, Long> sizes =
                shown.values().stream().collect(Collectors.groupingBy(TruthItem::cascadeId, Collectors.counting()));
        Map<String, CascadeRow> found = new HashMap<>();
        output.rows("restricted", Table.CASCADES).forEach(row -> found.put(row.cascadeId(), row));
        int whole = 0;
        for (TruthCascade cascade : world.truth().cascades()) {
            if (sizes.getOrDefault(cascade.cascadeId(), 0L) == cascade.size()) {
                String raw = cascade.cascadeId().substring(cascade.platform().length() + 1);
                CascadeRow row = found.get(id(cascade.platform(), raw));
                assertThat(row).as(cascade.toString()).isNotNull();
                assertThat(row.size()).isEqualTo(cascade.size());
                if (!isSampled()) {
                    assertThat(row.depth()).isEqualTo(cascade.depth());
                }
                if (row.parentSource().equals("explicit") && !isSampled()) {
                    assertThat(row.maxBreadth()).isEqualTo(cascade.maxBreadth());
                    assertThat(row.structuralVirality()).isCloseTo(cascade.structuralVirality(), within(1e-9));
                }
                whole++;
            }
        }
        assertThat(whole).as("worlds must have whole cascades").isGreaterThan(isSampled() ? 0 : 20);
    }

    private static Map<String, TruthItem> shownItems() {
        return world.truth().items().stream()
                .filter(item -> item.inWindow() && !item.seen().equals("never"))
                .collect(Collectors.toMap(item -> item.platform() + " " + item.itemId(), item -> item));
    }

    private static String parent(TruthItem item, Map<String, TruthItem> shown) {
        String parent = item.platform() + " " + item.parentId();
        return shown.containsKey(parent) ? parent : null;
    }

    private static String root(TruthItem item, Map<String, TruthItem> shown) {
        String at = item.platform() + " " + item.itemId();
        for (String above = parent(item, shown); above != null; above = parent(shown.get(at), shown)) {
            at = above;
        }
        return at;
    }

    private static int depth(TruthItem item, Map<String, TruthItem> shown) {
        int depth = 0;
        for (String above = parent(item, shown); above != null; above = parent(shown.get(above), shown)) {
            depth++;
        }
        return depth;
    }

    private String shown(List<TruthItem> items, String root, Map<String, TruthItem> shown) {
        Map<Integer, Integer> breadths = new HashMap<>();
        items.forEach(item -> breadths.merge(depth(item, shown), 1, Integer::sum));
        boolean rootOnly = items.stream()
                .anyMatch(item -> item.platform().equals("twitter")
                        && item.kind().equals("share")
                        && parent(item, shown) != null);
        int deepest =
                breadths.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        int widest =
                breadths.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return items.size() + " " + below(items, root, "share") + " " + below(items, root, "quote") + " "
                + below(items, root, "reply") + " " + (isSampled() ? null : deepest) + " "
                + (isSampled() || rootOnly ? null : widest);
    }

    private static long below(List<TruthItem> items, String root, String kind) {
        return items.stream()
                .filter(item -> item.kind().equals(kind) && !root.equals(item.platform() + " " + item.itemId()))
                .count();
    }

    /** The id of the cascade of this root, as the schema describes it. */
    private static String id(String platform, String rawId) throws IOException {
        Pseudonymiser key = world.pseudonymiser();
        String root = key.pseudonym(Platform.of(platform).orElseThrow(), rawId);
        return cascadeId(root);
    }

    static String cascadeId(String rootKey) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("cascade\u001F" + rootKey).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
