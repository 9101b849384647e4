// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.spread.cascade.Structure.LinkCounts;

class StructureTest {

    @ParameterizedTest
    @CsvSource({
        "5, 0, 0, 0, false, 1, KNOWN, true",
        "0, 0, 0, 0, false, 1, KNOWN, true",
        "5, 1, 0, 0, false, 1, NONE_ROOT_ONLY, false",
        "5, 1, 3, 0, true, 1, FROM_FOLLOWERS, true",
        "5, 1, 0, 0, true, 1, FROM_FOLLOWERS, true",
        "5, 0, 0, 1, true, 1, NONE_GUESSED, false",
        "5, 0, 0, 0, false, 0.1, NONE_SAMPLED, false",
    })
    void structureIsPrintedOnlyWhereLinksAreKnown(
            long explicit,
            long rootOnly,
            long followed,
            long guessed,
            boolean graph,
            double sampled,
            Structure expected,
            boolean defined) {
        Structure structure = Structure.of(new LinkCounts(explicit, rootOnly, followed, guessed), graph, sampled);
        assertThat(structure).isEqualTo(expected);
        assertThat(structure.isDefined()).isEqualTo(defined);
    }

    @Test
    void linksAreCountedByWhereTheyAreFrom() {
        Parents parents = Parents.byTime(new long[] {0, 1, 9}, new int[] {0, 1, 2}, new int[] {-1, -1, -1}, 2);
        assertThat(LinkCounts.of(parents)).isEqualTo(new LinkCounts(0, 1, 0, 1));
        assertThatThrownBy(() -> Structure.of(LinkCounts.of(parents), false, 0)).hasMessageContaining("above 0");
    }
}
