// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * The examples are those of Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, sections A to C. A line is a
 * coder, a character a unit, a dot a unit that the coder left out.
 */
class KrippendorffAlphaTest {
    private static final KrippendorffAlpha ALPHA = new KrippendorffAlpha(0, 1, 0.95);

    @Test
    void exampleATwoCodersOfTenUnitsWithTwoValues() {
        Agreement agreement = ALPHA.estimate(coded("0100000010", "1110010000"));

        assertThat(agreement.alpha()).isCloseTo(0.095, within(0.0005));
        assertThat(agreement.units()).isEqualTo(10);
        assertThat(agreement.codings()).isEqualTo(20);
    }

    @Test
    void exampleBTwoCodersOfTwelveUnitsWithFiveValues() {
        Agreement agreement = ALPHA.estimate(coded("aabbdcccedda", "babbbccceddd"));

        assertThat(agreement.alpha()).isCloseTo(0.692, within(0.0005));
        assertThat(agreement.values()).isEqualTo(5);
    }

    @Test
    void exampleCFourCodersOfTwelveUnitsWithMissingValues() {
        Agreement agreement = ALPHA.estimate(coded("123321412...", "1233224125.3", ".3332342251.", "12332441251."));

        assertThat(agreement.alpha()).isCloseTo(0.743, within(0.0005));
        assertThat(agreement.units()).as("the last unit has one coding only").isEqualTo(11);
        assertThat(agreement.codings()).isEqualTo(40);
    }

    @Test
    void coincidencesWorkedOutByHandGiveTheSame() {
        // Three units: aa, ab, bb. D_o = 2/6; D_e = 2 * 3 * 3 / (6 * 5) = 0.6.
        Agreement agreement = ALPHA.estimate(coded("aab", "abb"));

        assertThat(agreement.observedDisagreement()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(agreement.expectedDisagreement()).isCloseTo(0.6, within(1e-12));
        assertThat(agreement.alpha()).isCloseTo(1 - 1 / 1.8, within(1e-12));
    }

    @Test
    void whereEverybodyAgreesAlphaIsOne() {
        assertThat(ALPHA.estimate(coded("abcab", "abcab", "abcab")).alpha()).isEqualTo(1);
    }

    @Test
    void whereOnlyOneValueIsUsedNothingIsSaid() {
        assertThat(ALPHA.estimate(coded("aaaa", "aaaa")).alpha()).isNaN();
    }

    @Test
    void withoutUnitsThatTwoCodedNothingIsSaid() {
        Agreement agreement = ALPHA.estimate(coded("ab..", "..ba"));

        assertThat(agreement.alpha()).isNaN();
        assertThat(agreement.units()).isZero();
        assertThat(ALPHA.estimate(CodedUnits.builder().build()).alpha()).isNaN();
    }

    @Test
    void theIntervalHoldsTheEstimateAndTheTruthAndIsTheSameForTheSameSeed() {
        // Each coder sees the true value (of two, equally frequent) with probability 0.9: agreement is 0.82 of pairs.
        CodedUnits coded = simulated(400, 0.9, 11);
        Agreement agreement = KrippendorffAlpha.withSeed(3).estimate(coded);

        assertThat(agreement.alpha()).isBetween(agreement.ciLow(), agreement.ciHigh());
        assertThat(0.64).isBetween(agreement.ciLow(), agreement.ciHigh());
        assertThat(agreement.ciHigh() - agreement.ciLow()).isBetween(0.05, 0.3);
        assertThat(KrippendorffAlpha.withSeed(3).estimate(coded)).isEqualTo(agreement);
        assertThat(KrippendorffAlpha.withSeed(4).estimate(coded).ciLow()).isNotEqualTo(agreement.ciLow());
    }

    @Test
    void ninetyFiveOfAHundredIntervalsHoldTheTruth() {
        int held = 0;
        for (int trial = 0; trial < 200; trial++) {
            Agreement agreement = new KrippendorffAlpha(300, trial, 0.95).estimate(simulated(150, 0.9, 100 + trial));
            held += agreement.ciLow() <= 0.64 && 0.64 <= agreement.ciHigh() ? 1 : 0;
        }
        // Three standard errors of a share of 0.95 among 200.
        assertThat(held / 200.0).isBetween(0.95 - 0.047, 1.0);
    }

    @Test
    void fewUnitsHaveNoInterval() {
        Agreement agreement = KrippendorffAlpha.withSeed(1).estimate(coded("aabbdcccedda", "babbbcccedda"));

        assertThat(agreement.alpha()).isPositive();
        assertThat(agreement.ciLow()).isNaN();
        assertThat(agreement.ciHigh()).isNaN();
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KrippendorffAlpha(-1, 1, 0.95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KrippendorffAlpha(10, 1, 1))
                .withMessageContaining("confLevel is 1");
    }

    @Property(tries = 200)
    void neitherTheOrderOfCodingsNorTheNamesOfValuesMatter(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 59) Integer> codings, @ForAll long seed) {
        CodedUnits.Builder given = CodedUnits.builder();
        codings.forEach(coding -> given.add("unit " + coding / 6, "value " + coding % 3));
        List<Integer> shuffled = new ArrayList<>(codings);
        Collections.shuffle(shuffled, new Random(seed));
        CodedUnits.Builder renamed = CodedUnits.builder();
        shuffled.forEach(coding -> renamed.add("other " + coding / 6, "name " + (2 - coding % 3)));

        double alpha = ALPHA.estimate(given.build()).alpha();
        double other = ALPHA.estimate(renamed.build()).alpha();
        if (Double.isNaN(alpha)) {
            assertThat(other).isNaN();
        } else {
            assertThat(other).isCloseTo(alpha, within(1e-12));
            assertThat(alpha).isLessThanOrEqualTo(1);
        }
    }

    private static CodedUnits coded(String... coders) {
        CodedUnits.Builder units = CodedUnits.builder();
        for (String coder : coders) {
            for (int unit = 0; unit < coder.length(); unit++) {
                if (coder.charAt(unit) != '.') {
                    units.add("unit " + unit, String.valueOf(coder.charAt(unit)));
                }
            }
        }
        return units.build();
    }

    private static CodedUnits simulated(int size, double accuracy, long seed) {
        Random random = new Random(seed);
        CodedUnits.Builder units = CodedUnits.builder();
        for (int unit = 0; unit < size; unit++) {
            boolean truth = random.nextBoolean();
            for (int coder = 0; coder < 2; coder++) {
                units.add("unit " + unit, String.valueOf(truth == (random.nextDouble() < accuracy)));
            }
        }
        return units.build();
    }
}
