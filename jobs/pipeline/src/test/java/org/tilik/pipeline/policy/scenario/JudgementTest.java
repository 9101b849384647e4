// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.policy.scenario.Standing;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.family.TestCopy;

class JudgementTest {
    @ParameterizedTest(name = "tracked by {0}, labelled {1}: {2}, without a model {3}")
    @CsvSource({
        "known, none, VIOLATING, VIOLATING",
        "known, , VIOLATING, VIOLATING",
        "label, hateful, VIOLATING, VIOLATING",
        "label, extremist_support, VIOLATING, VIOLATING",
        "label, counter, PROTECTED, VIOLATING",
        "all, hateful, VIOLATING, VIOLATING",
        "all, none, PROTECTED, VIOLATING",
        "all, offensive, OTHER, VIOLATING",
        "all, , OTHER, VIOLATING",
        "family, hateful, OTHER, OTHER",
        "family, none, PROTECTED, PROTECTED",
        ", counter, PROTECTED, PROTECTED",
        ", hateful, OTHER, OTHER",
        ", , OTHER, OTHER"
    })
    void whatBreaksTheRulesAndWhatIsProtected(
            String trackedBy, String label, Standing withModel, Standing withoutModel) {
        SpreadItem item = TestCopy.of("a", 0).trackedBy(trackedBy).build();
        item.label = label;

        assertThat(Judgement.of(item, true)).isEqualTo(withModel);
        assertThat(Judgement.of(item, false)).isEqualTo(withoutModel);
    }

    @Test
    void sharesAndExactCopiesOfTrackedContentBreakTheRulesAsItDoes() {
        SpreadItem share = TestCopy.of("a", 0).trackedBy("family").share().build();
        share.label = "none";
        SpreadItem exact = TestCopy.of("b", 0).trackedBy("family").build();
        exact.exactCopy = true;

        assertThat(Judgement.of(share, true)).isEqualTo(Standing.VIOLATING);
        assertThat(Judgement.of(exact, true)).isEqualTo(Standing.VIOLATING);
    }
}
