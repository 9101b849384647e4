// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tilik.measure.spread.cascade.CascadeShape;
import org.tilik.measure.spread.cascade.CascadeTree;
import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.measure.spread.cascade.NodeKeys;
import org.tilik.measure.spread.cascade.ParentSource;
import org.tilik.measure.spread.cascade.Parents;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.measure.spread.dynamics.CascadeSteps;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.spread.SizeClass;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Study.ParentRule;

/** One cascade, built as its records say and, where its shares name only the original, in every way asked for. */
final class BuiltCascade {
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    private final Members members;
    private final SpreadPlan plan;
    private final String id;
    private final boolean sampled;
    private final int[] accounts;
    private final int[] recorded;
    private final NodeKeys accountNumbers;
    private final Reach reach;
    private final List<Way> ways = new ArrayList<>();

    /** One way of building the tree; {@code reconstructed} is null for what the records say. */
    private record Way(ParentSource source, CascadeTree tree, CascadeShape shape, ReconstructedParents reconstructed) {
        String name() {
            return BuiltCascade.name(source);
        }
    }

    private BuiltCascade(Members members, SpreadPlan plan) {
        this.members = members;
        this.plan = plan;
        this.id = CascadeId.of(members.key(0));
        this.sampled = plan.isSampled(members.root().platform);
        this.accountNumbers = new NodeKeys();
        this.accounts = members.accounts(accountNumbers);
        this.reach = Reach.ofItems(accounts, members.followers(), !sampled);
        this.recorded = members.parents();
        addWay(members.rootOnly() > 0 ? ParentSource.ROOT_ONLY : ParentSource.EXPLICIT, recorded, null);
    }

    /** The cascade of these items; the followers are null where they are not asked for. */
    static BuiltCascade of(Members members, SpreadPlan plan, Reconstructions asked, Followers followers) {
        BuiltCascade built = new BuiltCascade(members, plan);
        if (members.rootOnly() > 0) {
            if (asked.asksFor(ParentRule.FOLLOWERS)) {
                built.addReconstruction(
                        ParentSource.FOLLOWER_GRAPH,
                        (rows, micros, named) -> Parents.fromFollowers(
                                micros, built.inGraph(rows, followers), named, followers.graph()));
            }
            if (asked.asksFor(ParentRule.TIME)) {
                built.addReconstruction(
                        ParentSource.TIME_INFERRED,
                        (rows, micros, named) ->
                                Parents.byTime(micros, built.accountsOf(rows), named, asked.windowMicros()));
            }
        }
        return built;
    }

    private int[] inGraph(int[] rows, Followers followers) {
        return Arrays.stream(rows)
                .map(row -> members.hasAccount(row)
                        ? followers.graph().account(members.accountHigh(row))
                        : CascadeTree.UNKNOWN_ACCOUNT)
                .toArray();
    }

    private int[] accountsOf(int[] rows) {
        return Arrays.stream(rows).map(row -> accounts[row]).toArray();
    }

    private void addReconstruction(ParentSource source, ReconstructedParents.Rule rule) {
        ReconstructedParents parents = ReconstructedParents.of(members, recorded, rule);
        addWay(source, parents.parents(), parents);
    }

    private void addWay(ParentSource source, int[] parents, ReconstructedParents reconstructed) {
        CascadeTree tree = CascadeTree.of(parents, members.micros(), accounts, members.edges());
        ways.add(new Way(source, tree, tree.shape(), reconstructed));
    }

    private static String name(ParentSource source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    /** Every link as the records say, and those that a rule found, in the order of the table. */
    void edges(Consumer<EdgeBlock> out) {
        EdgeBlock block = new EdgeBlock(id, 0);
        for (int row : members.byKey()) {
            if (row > 0) {
                for (FoundLink link : links(row)) {
                    if (block.isFull()) {
                        out.accept(block.trimmed());
                        block = new EdgeBlock(id, block.number + 1);
                    }
                    block.add(members, row, link.parent(), link.source());
                }
            }
        }
        if (!block.isEmpty()) {
            out.accept(block.trimmed());
        }
    }

    /** A link of one row. */
    private record FoundLink(int parent, ParentSource source) {}

    private List<FoundLink> links(int row) {
        List<FoundLink> links = new ArrayList<>(ways.size());
        links.add(
                new FoundLink(recorded[row], members.isRootOnly(row) ? ParentSource.ROOT_ONLY : ParentSource.EXPLICIT));
        for (Way way : ways) {
            ReconstructedParents made = way.reconstructed();
            if (made != null && made.isInferred()[row]) {
                links.add(new FoundLink(made.parents()[row], way.source()));
            }
        }
        links.sort(Comparator.comparing(link -> name(link.source())));
        return links;
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** One row for each way, with exact times. */
    List<CascadeRow> rows() {
        return ways.stream().map(this::row).toList();
    }

    private CascadeRow row(Way way) {
        CascadeTree tree = way.tree();
        CascadeNode root = members.root();
        boolean hasStructure = !sampled && way.source().showsShape();
        return new CascadeRow(
                SizeClass.of(tree.size()),
                id,
                way.name(),
                1L,
                root.familyId,
                root.platform,
                root.language,
                time(root.micros).truncatedTo(ChronoUnit.HOURS),
                root.isTracked(),
                (long) tree.size(),
                (long) tree.count(EdgeKind.SHARE),
                (long) tree.count(EdgeKind.QUOTE),
                (long) tree.count(EdgeKind.REPLY),
                (long) members.tracked(),
                (long) members.gone(),
                (long) tree.accounts(),
                sampled ? null : (long) tree.depth(),
                hasStructure ? (long) way.shape().maxBreadth() : null,
                hasStructure ? (long) way.shape().maxBreadthAccounts() : null,
                hasStructure ? known(way.shape().structuralVirality()) : null,
                timed(hoursToFirstShare(tree)),
                timed(tree.hoursToSize(TEN)),
                timed(tree.hoursToSize(HUNDRED)),
                timed(tree.hoursToSize(THOUSAND)),
                sampled ? null : (long) tree.peakHour().copies(),
                timed(tree.durationHours()),
                reach.accountsWithFollowers(),
                reach.upper().isEmpty() ? null : (Long) reach.upper().getAsLong(),
                false,
                plan.runId());
    }

    /** What is measured of it, one fact for each way; how long it was followed is not known here. */
    List<CascadeFact> facts() {
        CascadeNode root = members.root();
        String[] strata =
                plan.strata().ofCopy(root.traits()).stream().map(Stratum::label).toArray(String[]::new);
        String account = members.hasAccount(0) ? accountNumbers.key(accounts[0]) : null;
        List<CascadeFact> facts = new ArrayList<>();
        for (CascadeRow row : rows()) {
            CascadeFact fact = new CascadeFact();
            fact.cascadeId = id;
            fact.strata = strata;
            fact.platform = row.platform();
            fact.language = row.language();
            fact.familyId = row.familyId();
            fact.rootAccountKey = account;
            fact.rootMicros = root.micros;
            fact.parentSource = row.parentSource();
            fact.rootTracked = root.isTracked();
            fact.sampled = sampled;
            fact.size = row.size();
            fact.shares = row.nShares();
            fact.quotes = row.nQuotes();
            fact.replies = row.nReplies();
            fact.uniqueAccounts = row.uniqueAccounts();
            fact.depth = row.depth();
            fact.maxBreadth = row.maxBreadth();
            fact.structuralVirality = row.structuralVirality();
            fact.hoursToFirstShare = row.hoursToFirstShare();
            fact.hoursTo10 = row.hoursTo10();
            fact.hoursTo100 = row.hoursTo100();
            fact.hoursTo1000 = row.hoursTo1000();
            fact.peakPerHour = row.peakPerHour();
            fact.durationHours = row.durationHours();
            facts.add(fact);
        }
        if (root.isTracked() && !sampled) {
            facts.get(0).grows(CascadeSteps.of(recorded, members.micros()));
        }
        return facts;
    }

    /** The upper bound of reach as it may be published; null where there is none. */
    Long publishedReach() {
        return reach.published().map(Reach.Limits::high).orElse(null);
    }

    /** Pseudonyms of its accounts, at most so many. */
    String[] accounts(int most) {
        String[] keys = new String[Math.min(most, accountNumbers.size())];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = accountNumbers.key(i);
        }
        return keys;
    }

    private static double hoursToFirstShare(CascadeTree tree) {
        double share = tree.hoursToFirst(EdgeKind.SHARE);
        double quote = tree.hoursToFirst(EdgeKind.QUOTE);
        return Double.isNaN(share) || quote < share ? quote : share;
    }

    private Double timed(double hours) {
        return sampled ? null : known(hours);
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
