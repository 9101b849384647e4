// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ParentsTest {

    private static final String SEED = "20190315";
    private static final int MANY = 1_500_000;

    /** A post and its shares by time, and who follows whom. */
    record World(long[] micros, int[] accounts, int[] named, boolean[][] follows) {

        FollowerGraph graph() {
            FollowerGraph.Builder builder = FollowerGraph.builder();
            for (int a = 0; a < follows.length; a++) {
                // Everybody is in some pair, so that dense numbers are the ones of this world.
                builder.add(id(a), id(follows.length)).add(id(a), id(a));
                for (int b = 0; b < follows.length; b++) {
                    if (follows[a][b]) {
                        builder.add(id(a), id(b)).add(id(a), id(b));
                    }
                }
            }
            return builder.build();
        }

        boolean follows(int row, int other) {
            int a = accounts[row];
            int b = accounts[other];
            return a >= 0 && b >= 0 && a != b && follows[a][b];
        }
    }

    private static long id(int account) {
        return Long.MIN_VALUE + 1_000_000_007L * account;
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(30);
            int people = 1 + random.nextInt(12);
            int density = 1 + random.nextInt(6);
            World world = new World(new long[n], new int[n], new int[n], new boolean[people][people]);
            for (boolean[] row : world.follows) {
                for (int b = 0; b < people; b++) {
                    row[b] = random.nextInt(density) == 0;
                }
            }
            for (int i = 0; i < n; i++) {
                world.micros[i] = i == 0 ? 5 : world.micros[i - 1] + random.nextInt(3);
                world.accounts[i] = random.nextInt(people + 1) - 1;
                world.named[i] = i > 0 && random.nextInt(8) == 0 ? random.nextInt(i) : Parents.NOT_NAMED;
            }
            return world;
        });
    }

    @Property(tries = 1000, seed = SEED)
    void parentsFromFollowersEqualALookAtAllEarlierPosts(@ForAll("worlds") World world) {
        FollowerGraph graph = world.graph();
        assertThat(graph.account(id(0))).isZero();
        Parents parents = Parents.fromFollowers(world.micros, world.accounts, world.named, graph);
        for (int row = 1; row < world.micros.length; row++) {
            int best = -1;
            for (int other = row - 1; other >= 0; other--) {
                boolean seen = other == 0 || world.micros[other] < world.micros[row];
                if (seen && world.follows(row, other) && (best < 0 || world.micros[other] >= world.micros[best])) {
                    best = other;
                }
            }
            assertParent(parents, row, world.named[row], best, ParentSource.FOLLOWER_GRAPH);
        }
    }

    @Property(tries = 1000, seed = SEED)
    void parentsByTimeEqualALookAtAllEarlierPosts(@ForAll("worlds") World world) {
        long window = 4;
        Parents parents = Parents.byTime(world.micros, world.accounts, world.named, window);
        for (int row = 1; row < world.micros.length; row++) {
            int best = -1;
            for (int other = row - 1; other >= 0; other--) {
                boolean seen = other == 0 || world.micros[other] < world.micros[row];
                boolean same = world.accounts[row] >= 0 && world.accounts[row] == world.accounts[other];
                if (seen && !same && (best < 0 || world.micros[other] >= world.micros[best])) {
                    best = other;
                }
            }
            best = best >= 0 && world.micros[row] - world.micros[best] <= window ? best : -1;
            assertParent(parents, row, world.named[row], best, ParentSource.TIME_INFERRED);
        }
    }

    private static void assertParent(Parents parents, int row, int named, int best, ParentSource how) {
        if (named != Parents.NOT_NAMED) {
            assertThat(parents.parent(row)).isEqualTo(named);
            assertThat(parents.source(row)).isEqualTo(ParentSource.EXPLICIT);
        } else {
            assertThat(parents.parent(row)).isEqualTo(Math.max(0, best));
            assertThat(parents.source(row)).isEqualTo(best < 0 ? ParentSource.ROOT_ONLY : how);
        }
    }

    @Property(tries = 300, seed = SEED)
    void whatIsFoundIsATree(@ForAll("worlds") World world) {
        Parents parents = Parents.fromFollowers(world.micros, world.accounts, world.named, world.graph());
        CascadeTree tree = CascadeTree.ofShares(parents.parents(), world.micros, world.accounts);
        assertThat(tree.size()).isEqualTo(parents.size());
        int known =
                Arrays.stream(ParentSource.values()).mapToInt(parents::count).sum();
        assertThat(known).isEqualTo(parents.size() - 1);
    }

    @Test
    void sharesWithoutAnythingKnownMakeAStar() {
        Parents parents = Parents.rootOnly(new long[] {0, 1, 1, 2}, new int[] {-1, -1, -1, 2});
        assertThat(parents.parents()).containsExactly(-1, 0, 0, 2);
        assertThat(parents.count(ParentSource.ROOT_ONLY)).isEqualTo(2);
        assertThat(parents.count(ParentSource.EXPLICIT)).isEqualTo(1);
    }

    @Test
    void aSharerWhoFollowsMillionsLooksAtEarlierPostsInstead() {
        FollowerGraph.Builder builder = FollowerGraph.builder();
        for (int a = 1; a < MANY; a++) {
            builder.add(0, a);
        }
        FollowerGraph graph = builder.build();
        assertThat(graph.pairs()).isEqualTo(MANY - 1);
        assertThat(graph.accounts()).isEqualTo(MANY);
        int[] accounts = {7, 7, 9, 0};
        Parents parents = Parents.fromFollowers(new long[] {0, 1, 1, 2}, accounts, new int[] {-1, -1, -1, -1}, graph);
        assertThat(parents.parents()).containsExactly(-1, 0, 0, 1);
        assertThat(parents.source(1)).isEqualTo(ParentSource.ROOT_ONLY);
        assertThat(parents.source(3)).isEqualTo(ParentSource.FOLLOWER_GRAPH);
    }

    @Test
    void aTreeOfManySharesByAccountsThatFollowEachTheOneBeforeIsAPath() {
        FollowerGraph.Builder builder = FollowerGraph.builder();
        long[] micros = new long[MANY];
        int[] accounts = new int[MANY];
        int[] named = new int[MANY];
        Arrays.fill(named, Parents.NOT_NAMED);
        for (int i = 0; i < MANY; i++) {
            micros[i] = i;
            accounts[i] = i;
            builder.add(i, i - 1L);
        }
        FollowerGraph graph = builder.build();
        for (int i = 0; i < MANY; i++) {
            accounts[i] = graph.account(i);
        }
        Parents parents = Parents.fromFollowers(micros, accounts, named, graph);
        assertThat(parents.count(ParentSource.FOLLOWER_GRAPH)).isEqualTo(MANY - 1);
        assertThat(CascadeTree.ofShares(parents.parents(), micros, accounts).depth())
                .isEqualTo(MANY - 1);
        Parents guessed = Parents.byTime(micros, new int[MANY], named, 10);
        assertThat(guessed.count(ParentSource.ROOT_ONLY)).isEqualTo(MANY - 1);
    }

    @Test
    void anAccountInNoPairFollowsNobody() {
        FollowerGraph graph = FollowerGraph.builder().add(1, 2).add(3, 3).build();
        assertThat(graph.account(3)).isEqualTo(-1);
        assertThat(graph.follows(-1, 0)).isFalse();
        assertThat(graph.follows(graph.account(1), graph.account(2))).isTrue();
        assertThat(graph.follows(graph.account(2), graph.account(1))).isFalse();
    }

    @Test
    void whatCannotBeIsRefused() {
        int[] none = {-1, -1};
        assertThatThrownBy(() -> Parents.rootOnly(new long[] {1, 0}, none)).hasMessageContaining("comes before row 0");
        assertThatThrownBy(() -> Parents.rootOnly(new long[] {0, 1}, new int[] {-1, 1}))
                .hasMessageContaining("names row 1");
        assertThatThrownBy(() -> Parents.rootOnly(new long[] {0}, none)).hasMessageContaining("expected as many");
        assertThatThrownBy(() -> Parents.byTime(new long[2], none, none, 0))
                .hasMessageContaining("expected a time above 0");
    }

    @Test
    void aLinkOfALeafIsJudgedLikeThatOfAnyPost() {
        assertThat(ParentOutcome.of(EdgeKind.SHARE, false, 5, 5)).isEqualTo(ParentOutcome.ATTACHED);
        assertThat(ParentOutcome.of(EdgeKind.SHARE, false, 5, 6)).isEqualTo(ParentOutcome.CYCLE_CUT);
        assertThat(ParentOutcome.of(EdgeKind.REPLY, true, 5, 5)).isEqualTo(ParentOutcome.SELF);
        assertThat(ParentOutcome.of(EdgeKind.ROOT, false, 5, 9)).isEqualTo(ParentOutcome.NO_LINK);
        assertThat(ParentOutcome.orphan(EdgeKind.ROOT)).isEqualTo(ParentOutcome.NO_LINK);
    }
}
