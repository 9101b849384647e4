// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.strata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.study.RunError;

class StrataTest {
    @Test
    void anItemIsInThePooledStratumAndInOneForEachLeadingColumn() {
        assertThat(labels(new Strata(List.of("platform", "language")), "REPLY"))
                .containsExactly("all", "platform=reddit", "platform,language=reddit|und");
    }

    @Test
    void valuesAreLowerCase() {
        assertThat(labels(new Strata(List.of("kind")), "QUOTE")).containsExactly("all", "kind=quote");
    }

    @Test
    void withoutColumnsThereIsThePooledStratumOnly() {
        assertThat(labels(new Strata(List.of()), "POST")).containsExactly("all");
    }

    @Test
    void sharesAreApart() {
        assertThat(labels(new Strata(List.of("platform", "kind")), "SHARE")).containsExactly("kind=share");
    }

    @Test
    void aColumnThatWouldSingleOutPeopleIsRefused() {
        assertThatThrownBy(() -> new Strata(List.of("platform", "account_key")))
                .isInstanceOf(RunError.class)
                .hasMessageContaining("account_key")
                .hasMessageContaining("expected one of [kind, label, language");
    }

    @Test
    void aLabelStandsForItsStratum() {
        for (Stratum stratum : List.of(
                Stratum.ALL,
                Stratum.SHARES,
                new Stratum("platform,language", "reddit|id"),
                new Stratum("kind", "a=b"))) {
            assertThat(Stratum.ofLabel(stratum.label())).isEqualTo(stratum);
        }
    }

    @Test
    void theParentIsOneColumnCoarser() {
        assertThat(new Stratum("platform,language", "reddit|id").parent()).isEqualTo(new Stratum("platform", "reddit"));
        assertThat(new Stratum("platform", "reddit").parent()).isEqualTo(Stratum.ALL);
    }

    private static List<String> labels(Strata strata, String kind) {
        ItemTraits item = new ItemTraits("reddit", "2024-06", kind, "und", null, "all");
        return strata.of(item).stream().map(Stratum::label).toList();
    }
}
