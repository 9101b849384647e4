// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.families.FamilyHistories.Reuploads;

class FamilyPropertiesTest {

    /** One seed, so that a build does not depend on luck. */
    private static final String SEED = "20190315";

    private static final double UNTIL = 60;
    private static final double HORIZON = 40;

    /** A copy with the true time at which it went; +∞ = never. */
    record Truth(Copy copy, double gone) {}

    @Provide
    Arbitrary<List<Truth>> copies() {
        Arbitrary<Truth> copy = Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(0, 9).map(n -> n == 0),
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of(Departure.values()))
                .as((platform, share, posted, lived, before, after, how) -> {
                    boolean seen = how != Departure.NOT_SEEN;
                    double gone = posted + lived;
                    double low = Math.max(posted, gone - before);
                    HourBracket when =
                            seen ? new HourBracket(after == 0 ? gone : low, gone + after) : HourBracket.notUntil(low);
                    // A truth in (low, …]: one that stands at the open end is a little later.
                    double truth = !when.isExact() && gone == low ? gone + 0.25 : gone;
                    return new Truth(Copy.of(platform, share, posted, posted, when, how), seen ? truth : gone + 1);
                });
        return copy.list().ofMinSize(1).ofMaxSize(7);
    }

    @Property(tries = 300, seed = SEED)
    void theOrderOfCopiesNeverMatters(@ForAll("copies") List<Truth> truths, @ForAll Random random) {
        List<Copy> copies = new ArrayList<>(truths.stream().map(Truth::copy).toList());
        Optional<Family> one = Family.of(copies, UNTIL);
        Collections.shuffle(copies, random);
        Optional<Family> other = Family.of(copies, UNTIL);
        assertThat(everything(other)).isEqualTo(everything(one));
    }

    private static List<Object> everything(Optional<Family> family) {
        List<Object> all = new ArrayList<>();
        family.ifPresent(known -> {
            rows(ReuploadGaps.of(List.of(known)), all);
            all.add(LastCopy.of(known));
            all.add(LastCopy.cleared(known));
            all.add(FamilyHistories.furtherCopies(known));
            all.add(Reuploads.of(known));
            all.add(VisibleTime.of(known, HORIZON));
            all.add(GoneLag.of(known, "a", "b"));
        });
        return all;
    }

    private static void rows(RemovalData data, List<Object> all) {
        all.add(data.noFollowUp());
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(data.entry(i) + " " + data.lower(i) + " " + data.upper(i));
        }
        Collections.sort(rows);
        all.add(rows);
    }

    @Property(tries = 500, seed = SEED)
    void whatIsSaidHoldsForTheTruth(@ForAll("copies") List<Truth> truths) {
        List<Truth> known =
                truths.stream().filter(t -> t.copy().postedAt() <= UNTIL).toList();
        Family.of(truths.stream().map(Truth::copy).toList(), UNTIL).ifPresent(family -> {
            double origin = family.firstPosted();
            double last = known.stream().mapToDouble(Truth::gone).max().orElseThrow();
            assertIn(family.lastGone(), last);
            VisibleTime visible = VisibleTime.of(family, HORIZON);
            assertThat(visible.low()).isLessThanOrEqualTo(visible.high()).isBetween(0.0, HORIZON);
            assertThat(visibleHours(known, origin)).isBetween(visible.low() - 1e-9, visible.high() + 1e-9);
            GoneLag.of(family, "a", "b").ifPresent(lag -> {
                double truth = lastOn(known, "b") - lastOn(known, "a");
                assertThat(truth).isGreaterThan(lag.after() - 1e-9).isLessThanOrEqualTo(lag.by() + 1e-9);
            });
            Reuploads.of(family).ifPresent(reuploads -> assertReuploads(reuploads, known));
        });
    }

    private static void assertReuploads(Reuploads reuploads, List<Truth> known) {
        double first = known.stream()
                .filter(t -> t.copy().isRemoved())
                .mapToDouble(Truth::gone)
                .min()
                .orElseThrow();
        for (double hours = 0; hours <= reuploads.atLeast().followedFor(); hours += 3.5) {
            double until = hours;
            int truth = (int) known.stream()
                    .map(Truth::copy)
                    .filter(copy -> !copy.isShare() && copy.postedAt() > first && copy.postedAt() - first <= until)
                    .count();
            assertThat(truth)
                    .isBetween(
                            reuploads.atLeast().countUntil(hours),
                            reuploads.atMost().countUntil(hours));
        }
    }

    @Property(tries = 500, seed = SEED)
    void everyTrueGapLiesInItsBracket(@ForAll("copies") List<Truth> truths) {
        List<Truth> known =
                truths.stream().filter(t -> t.copy().postedAt() <= UNTIL).toList();
        double[] posted = known.stream()
                .filter(t -> !t.copy().isShare())
                .mapToDouble(t -> t.copy().postedAt())
                .sorted()
                .toArray();
        for (Truth truth : known) {
            if (truth.copy().isRemoved() && truth.gone() <= UNTIL) {
                HourBracket gap = ReuploadGaps.gap(truth.copy().firstGone(), posted, UNTIL);
                double next = Double.POSITIVE_INFINITY;
                for (double p : posted) {
                    next = p > truth.gone() ? Math.min(next, p) : next;
                }
                // A copy posted just when the bracket ends counts as coming after the removal.
                HourBracket gone = truth.copy().firstGone();
                if (gone.isExact() || truth.gone() < gone.by()) {
                    assertThat(next - truth.gone())
                            .isGreaterThan(gap.after() - 1e-9)
                            .isLessThanOrEqualTo(gap.by());
                }
            }
        }
    }

    private static void assertIn(HourBracket bracket, double truth) {
        if (bracket.isExact()) {
            assertThat(truth).isCloseTo(bracket.after(), within(1e-9));
        } else {
            assertThat(truth).isGreaterThan(bracket.after()).isLessThanOrEqualTo(bracket.by());
        }
    }

    private static double lastOn(List<Truth> known, String platform) {
        return known.stream()
                .filter(t -> t.copy().platform().equals(platform))
                .mapToDouble(Truth::gone)
                .max()
                .orElseThrow();
    }

    /** Counted in quarters of an hour, in which all true times are whole. */
    private static double visibleHours(List<Truth> known, double origin) {
        int quarters = 0;
        for (int q = 0; q < 4 * HORIZON; q++) {
            double at = origin + q / 4.0;
            quarters += known.stream().anyMatch(t -> t.copy().postedAt() <= at && at < t.gone()) ? 1 : 0;
        }
        return quarters / 4.0;
    }
}
