// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {
    @ParameterizedTest(name = "{0} {2} {1}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "d/*.zst a.zst matches",
                "d/*.zst a.zst.part differs",
                "d/*.zst sub/a.zst differs",
                "d/*.zst .a.zst differs",
                "d/*.zst _a.zst differs",
                "d/_*.zst _a.zst matches",
                "d/R?_2024.zst RC_2024.zst matches",
                "d/R?_2024.zst R_2024.zst differs",
                "d/R{C,S}_*.zst RS_1.zst matches",
                "d/R{C,S}_*.zst RX_1.zst differs",
                "d/{*.csv,x/*.zst} x/a.zst matches",
                "d/{*.csv,x/*.zst} .a.csv differs",
                "d/**/a.zst a.zst matches",
                "d/**/a.zst x/y/a.zst matches",
                "d/**/a.zst x/_y/a.zst differs",
                "d/** x/y/b matches",
                "d/** x/.y differs",
                "d/*.zst aXzst differs",
                "d/*[1] x[1] matches"
            })
    void wildcardsStandForNamesAndFolders(String glob, String path, String outcome) {
        assertThat(GlobPattern.of(glob).names().test(path)).isEqualTo(outcome.equals("matches"));
    }

    @Test
    void theFolderIsWhatStandsBeforeTheFirstWildcard() {
        assertThat(GlobPattern.of("s3://bucket/dumps/R*/x.zst").folder()).isEqualTo("s3://bucket/dumps");
        assertThat(GlobPattern.of("*.zst").folder()).isEmpty();
        assertThat(GlobPattern.of("/*.zst").folder()).isEqualTo("/");
    }

    @Test
    void onlyFoldersThatCanHoldAMatchAreLookedInto() {
        assertThat(GlobPattern.of("d/*.zst").deepest()).isZero();
        assertThat(GlobPattern.of("d/*/x.zst").deepest()).isOne();
        assertThat(GlobPattern.of("d/**").deepest()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void anOpenBraceIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> GlobPattern.of("d/{a,b"));
    }
}
