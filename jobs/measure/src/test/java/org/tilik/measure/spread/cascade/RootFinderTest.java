// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RootFinderTest {

    private static final String SEED = "20190315";
    private static final int MANY = 1_500_000;

    /** A post that names another one; a parent of −1 is none. */
    record Post(long key, long parent, EdgeKind kind, long micros) {}

    /** What is said of a post. */
    record Answer(long root, int depth, ParentOutcome outcome) {}

    @Provide
    Arbitrary<List<Post>> posts() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(12);
            int times = 1 + random.nextInt(4);
            List<Post> posts = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                // Some parents are not in the data, some posts name themselves.
                long parent = random.nextInt(n + 2) - 1L;
                EdgeKind kind = parent < 0 ? EdgeKind.ROOT : EdgeKind.of((byte) (1 + random.nextInt(3)));
                posts.add(new Post(i, parent, kind, random.nextInt(times)));
            }
            return posts;
        });
    }

    @Property(tries = 1000, seed = SEED)
    void rootsDepthsAndOutcomesEqualAWalkUpFromEachPost(@ForAll("posts") List<Post> posts, @ForAll Random random) {
        Map<Long, Answer> expected = slowly(posts);
        assertThat(answers(posts)).isEqualTo(expected);
        List<Post> shuffled = new ArrayList<>(posts);
        Collections.shuffle(shuffled, random);
        assertThat(answers(shuffled)).isEqualTo(expected);
    }

    private static Map<Long, Answer> answers(List<Post> posts) {
        RootFinder finder = finder(posts, 100);
        Map<Long, Answer> answers = new TreeMap<>();
        for (int node = 0; node < finder.nodes(); node++) {
            if (finder.isAdded(node)) {
                assertThat(finder.find(finder.keyHigh(node), finder.keyLow(node)))
                        .isEqualTo(node);
                assertThat(finder.outcome(node).isAttached()).isEqualTo(finder.parentOf(node) >= 0);
                long root = finder.keyLow(finder.rootOf(node));
                answers.put(finder.keyLow(node), new Answer(root, finder.depth(node), finder.outcome(node)));
            }
        }
        return answers;
    }

    private static RootFinder finder(List<Post> posts, int limit) {
        RootFinder finder = new RootFinder(limit);
        for (Post post : posts) {
            if (post.kind() == EdgeKind.ROOT) {
                finder.addRoot(high(post.key()), post.key(), post.micros());
            } else {
                finder.add(
                        high(post.key()), post.key(), high(post.parent()), post.parent(), post.kind(), post.micros());
            }
        }
        finder.resolve();
        return finder;
    }

    /** Half of the keys are negative as signed numbers, and in hex come after all others. */
    private static long high(long key) {
        return key % 2 == 0 ? Long.MIN_VALUE : 1;
    }

    private static Map<Long, Answer> slowly(List<Post> posts) {
        Map<Long, Post> byKey = new HashMap<>();
        posts.forEach(post -> byKey.put(post.key(), post));
        Map<Long, ParentOutcome> outcomes = new TreeMap<>();
        Map<Long, Long> parents = new HashMap<>();
        for (Post post : posts) {
            ParentOutcome outcome = outcome(post, byKey);
            outcomes.put(post.key(), outcome);
            if (outcome == ParentOutcome.ATTACHED) {
                parents.put(post.key(), post.parent());
            }
        }
        List<Long> onCycles = posts.stream()
                .map(Post::key)
                .filter(key -> isOnCycle(key, parents))
                .toList();
        for (long key : onCycles) {
            if (cycle(key, parents).stream()
                    .noneMatch(other -> Long.compareUnsigned(high(other), high(key)) < 0
                            || (high(other) == high(key) && other < key))) {
                outcomes.put(key, ParentOutcome.CYCLE_CUT);
            }
        }
        outcomes.forEach((key, outcome) -> {
            if (outcome == ParentOutcome.CYCLE_CUT) {
                parents.remove(key);
            }
        });
        Map<Long, Answer> answers = new TreeMap<>();
        outcomes.forEach((key, outcome) -> {
            int depth = 0;
            long at = key;
            while (parents.containsKey(at)) {
                depth++;
                at = parents.get(at);
            }
            answers.put(key, new Answer(at, depth, outcome));
        });
        return answers;
    }

    private static ParentOutcome outcome(Post post, Map<Long, Post> byKey) {
        Post above = byKey.get(post.parent());
        if (post.kind() == EdgeKind.ROOT) {
            return ParentOutcome.NO_LINK;
        }
        if (post.parent() == post.key()) {
            return ParentOutcome.SELF;
        }
        if (above == null) {
            return switch (post.kind()) {
                case REPLY -> ParentOutcome.ORPHAN_REPLY;
                case QUOTE -> ParentOutcome.ORPHAN_QUOTE;
                default -> ParentOutcome.MISSING_ROOT;
            };
        }
        return above.micros() > post.micros() ? ParentOutcome.CYCLE_CUT : ParentOutcome.ATTACHED;
    }

    private static boolean isOnCycle(long key, Map<Long, Long> parents) {
        return cycle(key, parents).contains(key);
    }

    /** What is above a post, itself only if the way up comes back to it. */
    private static List<Long> cycle(long key, Map<Long, Long> parents) {
        List<Long> above = new ArrayList<>();
        for (Long at = parents.get(key); at != null && !above.contains(at); at = parents.get(at)) {
            above.add(at);
        }
        return above;
    }

    @Test
    void inACycleTheEarliestPostBecomesTheRoot() {
        Map<Long, Answer> answers = answers(List.of(
                new Post(1, 2, EdgeKind.REPLY, 10),
                new Post(2, 3, EdgeKind.REPLY, 30),
                new Post(3, 1, EdgeKind.REPLY, 20)));
        assertThat(answers)
                .containsEntry(1L, new Answer(1, 0, ParentOutcome.CYCLE_CUT))
                .containsEntry(3L, new Answer(1, 1, ParentOutcome.ATTACHED))
                .containsEntry(2L, new Answer(1, 2, ParentOutcome.ATTACHED));
    }

    @Test
    void inACycleOfOneTimeThePostWithTheSmallestKeyBecomesTheRoot() {
        // Post 3 has the smallest key: those of even numbers begin with the highest bit.
        Map<Long, Answer> answers = answers(List.of(
                new Post(2, 3, EdgeKind.SHARE, 5),
                new Post(3, 4, EdgeKind.SHARE, 5),
                new Post(4, 2, EdgeKind.SHARE, 5)));
        assertThat(answers)
                .containsEntry(3L, new Answer(3, 0, ParentOutcome.CYCLE_CUT))
                .containsEntry(2L, new Answer(3, 1, ParentOutcome.ATTACHED))
                .containsEntry(4L, new Answer(3, 2, ParentOutcome.ATTACHED));
    }

    @Test
    void aPathOfManyPostsHasOneRootWhicheverEndComesFirst() {
        for (boolean rootFirst : new boolean[] {true, false}) {
            RootFinder finder = new RootFinder(MANY);
            for (int i = 0; i < MANY; i++) {
                int post = rootFirst ? i : MANY - 1 - i;
                if (post == 0) {
                    finder.addRoot(9, 0, 0);
                } else {
                    finder.add(9, post, 9, post - 1L, EdgeKind.REPLY, post);
                }
            }
            finder.resolve();
            int last = finder.find(9, MANY - 1L);
            assertThat(finder.depth(last)).isEqualTo(MANY - 1);
            assertThat(finder.keyLow(finder.rootOf(last))).isZero();
        }
    }

    @Test
    void aCycleOfManyPostsIsCutOnce() {
        RootFinder finder = new RootFinder(MANY);
        for (int post = 0; post < MANY; post++) {
            finder.add(9, post, 9, (post + 1L) % MANY, EdgeKind.QUOTE, 7);
        }
        finder.resolve();
        int cut = 0;
        for (int node = 0; node < finder.nodes(); node++) {
            cut += finder.outcome(node) == ParentOutcome.CYCLE_CUT ? 1 : 0;
        }
        assertThat(cut).isEqualTo(1);
        assertThat(finder.outcome(finder.find(9, 0))).isEqualTo(ParentOutcome.CYCLE_CUT);
        assertThat(finder.depth(finder.find(9, 1))).isEqualTo(MANY - 1);
    }

    @Test
    void aPostWithoutItsParentIsItsOwnRootAndTheParentIsNoPost() {
        RootFinder finder = finder(List.of(new Post(1, 7, EdgeKind.QUOTE, 5)), 2);
        assertThat(finder.size()).isEqualTo(1);
        assertThat(finder.nodes()).isEqualTo(2);
        assertThat(finder.find(high(7), 7)).isEqualTo(-1);
        assertThat(finder.outcome(finder.find(high(1), 1))).isEqualTo(ParentOutcome.ORPHAN_QUOTE);
    }

    @Test
    void morePostsThanTheLimitAreRefused() {
        RootFinder finder = new RootFinder(3);
        finder.addRoot(0, 1, 0);
        assertThat(finder.isFull()).isFalse();
        finder.addRoot(0, 2, 0);
        assertThat(finder.isFull()).isTrue();
        assertThatThrownBy(() -> finder.add(0, 3, 0, 4, EdgeKind.SHARE, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("More than 3 posts");
    }

    @Test
    void aPostThatComesTwiceAndAnAnswerBeforeTheEndAreRefused() {
        RootFinder finder = new RootFinder(9);
        finder.addRoot(0, 1, 0);
        assertThatThrownBy(() -> finder.add(0, 1, 0, 2, EdgeKind.SHARE, 0)).hasMessageContaining("added before");
        assertThatThrownBy(() -> finder.depth(0)).hasMessageContaining("expected resolve()");
        finder.resolve();
        assertThatThrownBy(() -> finder.addRoot(0, 3, 0)).hasMessageContaining("found already");
    }
}
