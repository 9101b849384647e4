// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.families.HashListCoverage.Sighting;

class HashListCoverageTest {

    private static final double UNKNOWN = Double.NaN;
    private static final RemovalEstimator STANDARD = RemovalEstimator.standard();

    @Test
    void variantsAndCopiesHaveDenominatorsOfTheirOwn() {
        // One variant with six copies is on the list, two with one and three copies are not.
        HashListCoverage coverage = HashListCoverage.of(List.of(
                new Sighting("x", -1, true, -4),
                new Sighting("x", -1, true, -3),
                new Sighting("x", -1, true, 2),
                new Sighting("x", -1, true, 10),
                new Sighting("x", -1, true, 20),
                new Sighting("x", -1, true, UNKNOWN),
                new Sighting("y", -1, false, UNKNOWN),
                new Sighting("z", -1, false, UNKNOWN),
                new Sighting("z", -1, false, UNKNOWN),
                new Sighting("z", -1, false, UNKNOWN)));
        assertThat(coverage.variants()).isEqualTo(3);
        assertThat(coverage.coveredVariants()).isEqualTo(1);
        Proportion variants = coverage.shareOfVariants(0.95);
        assertThat(variants.estimate()).isCloseTo(1.0 / 3, within(1e-12));
        // R 4.2.2: prop.test(1, 3, correct = FALSE)$conf.int
        assertThat(variants.ciLow()).isCloseTo(0.0614919447203963, within(1e-9));
        assertThat(variants.ciHigh()).isCloseTo(0.7923403991979523, within(1e-9));
        assertThat(coverage.copies()).isEqualTo(10);
        Share copies = coverage.shareOfCopies(STANDARD);
        assertThat(copies.estimate()).isCloseTo(0.6, within(1e-12));
        assertThat(copies.ciLow()).isBetween(0.2, 0.6);
        assertThat(coverage.unknownLeads()).isEqualTo(1);
        List<Quantile> leads = coverage.leads(new double[] {0.2, 0.5, 0.9}, STANDARD);
        // Of −4, −3, 2, 10, 20 the middle is 2; a fifth is reached at −4 and stays so until −3.
        assertThat(leads).extracting(Quantile::estimate).containsExactly(-3.5, 2.0, 20.0);
    }

    @Test
    void copiesOfAFamilyAreOneUnit() {
        List<Sighting> sightings = new ArrayList<>();
        for (int family = 0; family < 40; family++) {
            for (int copy = 0; copy < 5; copy++) {
                boolean covered = family % 4 == 0;
                sightings.add(new Sighting("v" + family, family, covered, covered ? 8 : UNKNOWN));
            }
        }
        HashListCoverage coverage = HashListCoverage.of(sightings);
        Share copies = coverage.shareOfCopies(STANDARD.withBootstrap(500, 1));
        assertThat(copies.estimate()).isCloseTo(0.25, within(1e-12));
        // 40 coins of 0.25: ± 1.96 · 0.068; 200 independent ones would give ± 1.96 · 0.031.
        assertThat(copies.ciLow()).isBetween(0.09, 0.16);
        assertThat(copies.ciHigh()).isBetween(0.34, 0.42);
        // Ten families are too few for an interval of the lead.
        Quantile lead = coverage.leads(new double[] {0.5}, STANDARD.withBootstrap(500, 1))
                .get(0);
        assertThat(lead.estimate()).isEqualTo(8);
        assertThat(lead.ciLow()).isNaN();
    }

    @Test
    void nothingSeenIsNotDefined() {
        HashListCoverage coverage = HashListCoverage.of(List.of());
        assertThat(coverage.shareOfVariants(0.95).estimate()).isNaN();
        assertThat(coverage.shareOfCopies(STANDARD).identifiability()).isEqualTo(Identifiability.NONE);
        assertThat(coverage.leads(new double[] {0.5}, STANDARD).get(0).reached())
                .isFalse();
    }

    @Test
    void aVariantIsCoveredOrNot() {
        assertThatThrownBy(() -> HashListCoverage.of(
                        List.of(new Sighting("x", -1, true, 1), new Sighting("x", -1, false, UNKNOWN))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one answer for each variant");
    }
}
