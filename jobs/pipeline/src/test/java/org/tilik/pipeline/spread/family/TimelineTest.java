// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.strata.Stratum;

class TimelineTest {
    private static final long HOUR = TimeUnit.HOURS.toMicros(1);
    private static final int WORLDS = 300;

    /** What a reader who goes through the copies one by one says at one moment. */
    private record Naive(long posted, long visible, long notGone, long removed, long maybeRemoved, Long views) {
        static Naive at(List<SpreadItem> copies, long t) {
            long posted = 0;
            long visible = 0;
            long gone = 0;
            long removed = 0;
            long maybe = 0;
            Long views = null;
            for (SpreadItem copy : copies) {
                if (copy.postedAt <= t) {
                    posted++;
                    visible += isVisible(copy, t) ? 1 : 0;
                    gone += isGone(copy, t) ? 1 : 0;
                    removed += isRemoved(copy, t) ? 1 : 0;
                    maybe += isMaybeRemoved(copy, t) ? 1 : 0;
                    if (copy.viewsLower != null) {
                        views = (views == null ? 0 : views) + copy.viewsLower;
                    }
                }
            }
            return new Naive(posted, visible, posted - gone, removed, maybe, views);
        }

        private static boolean isVisible(SpreadItem copy, long t) {
            for (int i = 0; i < copy.spanSeen.length; i++) {
                if (copy.spanBegun[i] <= t && t <= copy.spanSeen[i] && t < copy.spanGone[i]) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isGone(SpreadItem copy, long t) {
            int last = copy.spanGone.length - 1;
            return last >= 0 && copy.spanGone[last] <= t;
        }

        private static boolean isRemoved(SpreadItem copy, long t) {
            for (int i = 0; i < copy.spanGone.length; i++) {
                if (copy.spanRemoved[i] && copy.spanGone[i] <= t) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isMaybeRemoved(SpreadItem copy, long t) {
            for (int i = 0; i < copy.spanGone.length; i++) {
                boolean ended = copy.spanGone[i] != SpreadItem.NEVER;
                boolean begun = copy.spanGone[i] <= t || copy.spanSeen[i] < t;
                if (ended && (copy.spanRemoved[i] || copy.spanUnexplained[i]) && begun) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Copies with brackets, restorations, known times and times at the full hour. */
    private static List<SpreadItem> world(Random random) {
        List<SpreadItem> copies = new ArrayList<>();
        int n = 1 + random.nextInt(40);
        for (int i = 0; i < n; i++) {
            double posted = time(random, -30, 50);
            TestCopy copy = TestCopy.of("copy " + i, posted).by("account " + random.nextInt(12));
            if (random.nextBoolean()) {
                copy.viewed(random.nextInt(100), 100 + random.nextInt(100));
            }
            double now = posted;
            for (int span = 0; span < random.nextInt(4); span++) {
                double begun = span == 0 ? Double.NaN : time(random, now, 5);
                double seen = time(random, span == 0 ? posted : begun, 10);
                boolean ends = random.nextInt(4) > 0;
                double gone = ends ? (random.nextInt(3) == 0 ? seen : time(random, seen, 8)) : Double.NaN;
                int cause = random.nextInt(3);
                copy.span(begun, seen, gone, cause == 0, cause == 1);
                now = (ends ? gone : seen) + 0.01;
            }
            copies.add(copy.build());
        }
        return copies;
    }

    /** Sometimes a full hour, so that ties and ends of hours happen. */
    private static double time(Random random, double from, double width) {
        double time = from + width * random.nextDouble();
        return random.nextInt(4) == 0 ? Math.ceil(time) : time;
    }

    private static Timeline timeline(List<SpreadItem> copies, int k) {
        Timeline timeline = new Timeline(null, k);
        copies.forEach(timeline::add);
        return timeline;
    }

    private static Naive naive(TimelineStep step) {
        return new Naive(
                step.posted(),
                step.visible(),
                step.posted() - step.gone(),
                step.removed(),
                step.maybeRemoved(),
                step.viewed() == 0 ? null : (Long) step.viewsLower());
    }

    @ParameterizedTest
    @EnumSource(Bucket.class)
    void everyBucketSaysWhatCountingTheCopiesOneByOneSays(Bucket bucket) {
        for (int seed = 0; seed < WORLDS; seed++) {
            List<SpreadItem> copies = world(new Random(seed));
            TreeMap<Long, TimelineStep> steps = new TreeMap<>();
            timeline(copies, 10).steps(bucket).forEach(step -> steps.put(step.start(), step));
            Naive before = Naive.at(List.of(), 0);
            for (long start = bucket.start(-72); start < 168; start += bucket.hours()) {
                Naive expected = Naive.at(copies, (start + bucket.hours()) * HOUR - 1);
                Naive found = steps.containsKey(start) ? naive(steps.get(start)) : before;
                assertThat(found).as("world %d, %s %d", seed, bucket, start).isEqualTo(expected);
                before = expected;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Bucket.class)
    void publishedRowsHoldEnoughNewCopiesByEnoughAccountsAndLoseNone(Bucket bucket) {
        int published = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            List<SpreadItem> copies = world(new Random(seed));
            int k = 2 + seed % 4;
            List<TimelineStep> steps = timeline(copies, k).stepsForRelease(bucket, k);
            long from = Long.MIN_VALUE;
            for (TimelineStep step : steps) {
                long start = step.start() * HOUR;
                long end = (step.start() + step.buckets() * bucket.hours()) * HOUR;
                Set<String> accounts = new HashSet<>();
                copies.stream()
                        .filter(copy -> copy.postedAt >= start && copy.postedAt < end)
                        .forEach(copy -> accounts.add(copy.accountKey));
                assertThat(step.fresh()).isGreaterThanOrEqualTo(k);
                assertThat(accounts).hasSizeGreaterThanOrEqualTo(k);
                assertThat(naive(step)).as("world %d", seed).isEqualTo(Naive.at(copies, end - 1));
                assertThat(start).isGreaterThanOrEqualTo(from);
                from = end;
            }
            assertThat(steps.stream().mapToLong(TimelineStep::fresh).sum())
                    .isEqualTo(steps.isEmpty() ? 0 : copies.size());
            published += steps.isEmpty() ? 0 : 1;
        }
        assertThat(published).isGreaterThan(WORLDS / 3);
    }

    @Test
    void neitherTheOrderOfCopiesNorWhereTheyAreCountedMatters() {
        for (int seed = 0; seed < WORLDS; seed++) {
            List<SpreadItem> copies = world(new Random(seed));
            Timeline together = timeline(copies, 3);
            Collections.shuffle(copies, new Random(seed + 1));
            int half = copies.size() / 2;
            Timeline apart = new Timeline(null, 3);
            timeline(copies.subList(half, copies.size()), 3).changes().forEach(apart::add);
            timeline(copies.subList(0, half), 3).changes().forEach(apart::add);
            for (Bucket bucket : Bucket.values()) {
                assertThat(apart.steps(bucket)).isEqualTo(together.steps(bucket));
                assertThat(apart.stepsForRelease(bucket, 3)).isEqualTo(together.stepsForRelease(bucket, 3));
            }
            assertThat(apart.hasEnoughAccounts()).isEqualTo(together.hasEnoughAccounts());
            assertThat(apart.peak()).isEqualTo(together.peak());
        }
    }

    @Test
    void whatIsNotKnownIsNull() {
        Timeline timeline = new Timeline(null, 1);
        timeline.add(TestCopy.of("a", 0.5).removed(1.5, 4.5).viewed(3, 9).build());
        timeline.add(TestCopy.of("b", 2.25).there(9).build());

        List<SpreadTimelineRow> rows = timeline.steps(Bucket.HOUR).stream()
                .map(step -> step.ofStratum(Stratum.ALL, Bucket.HOUR, "run"))
                .toList();

        assertThat(rows).extracting(row -> row.atUtc().getEpochSecond() / 3600).containsExactly(0L, 1L, 2L, 4L, 9L);
        assertThat(rows).extracting(SpreadTimelineRow::newCopies).containsExactly(1L, 0L, 1L, 0L, 0L);
        assertThat(rows).extracting(SpreadTimelineRow::visibleCopies).containsExactly(1L, null, null, 1L, null);
        assertThat(rows).extracting(SpreadTimelineRow::visibleCopiesLow).containsExactly(1L, 0L, 1L, 1L, 0L);
        assertThat(rows).extracting(SpreadTimelineRow::visibleCopiesHigh).containsExactly(1L, 1L, 2L, 1L, 1L);
        assertThat(rows).extracting(SpreadTimelineRow::removedCopies).containsExactly(0L, null, null, null, 0L);
        assertThat(rows).extracting(SpreadTimelineRow::removedCopiesLow).containsExactly(0L, 0L, 0L, 1L, 1L);
        assertThat(rows).extracting(SpreadTimelineRow::removedCopiesHigh).containsExactly(0L, 1L, 1L, 1L, 1L);
        assertThat(rows).extracting(SpreadTimelineRow::viewsLower).containsOnly(3L);
        assertThat(rows).extracting(SpreadTimelineRow::viewsUpper).containsExactly(9L, 9L, null, null, null);
    }

    @Test
    void copiesOfUnknownTimeAreInTheNumberOfCopiesAndInNoRow() {
        Timeline timeline = new Timeline(null, 1);
        SpreadItem untimed = TestCopy.of("a", 0).build();
        untimed.postedAt = null;
        timeline.add(untimed);

        assertThat(timeline.copies()).isEqualTo(1);
        assertThat(timeline.steps(Bucket.HOUR)).isEmpty();
        assertThat(timeline.peak()).isZero();
    }
}
