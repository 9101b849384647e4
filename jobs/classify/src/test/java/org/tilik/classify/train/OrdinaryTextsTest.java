// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.Targets;

class OrdinaryTextsTest {
    private static OptionalInt support(String source, Map<Head, Integer> labels) {
        LabelledText text = new LabelledText(source, "en", "the sea is calm", new Targets(labels));
        return OrdinaryTexts.asNotSupporting(text).targets().of(Head.EXTREMIST_SUPPORT);
    }

    @Test
    void aTextLabelledNotHatefulSupportsNobody() {
        assertThat(support("sim", Map.of(Head.HATEFUL, 0, Head.OFFENSIVE, 1))).hasValue(0);
    }

    @Test
    void itsOtherLabelsStay() {
        LabelledText text =
                new LabelledText("sim", "en", "calm", new Targets(Map.of(Head.HATEFUL, 0, Head.COUNTER, 1)));

        assertThat(OrdinaryTexts.asNotSupporting(text).targets().stated())
                .isEqualTo(Map.of(Head.HATEFUL, 0, Head.COUNTER, 1, Head.EXTREMIST_SUPPORT, 0));
    }

    @Test
    void nothingIsSaidOfHatefulAndUnlabelledTexts() {
        assertThat(support("sim", Map.of(Head.HATEFUL, 1))).isEmpty();
        assertThat(support("sim", Map.of(Head.OFFENSIVE, 0))).isEmpty();
    }

    @Test
    void whatASourceStatesOfSupportStands() {
        assertThat(support("sim", Map.of(Head.HATEFUL, 0, Head.EXTREMIST_SUPPORT, 1)))
                .hasValue(1);
    }

    @Test
    void nothingIsSaidOfTextsOfAnExtremistCommunity() {
        assertThat(support("en_stormfront2018", Map.of(Head.HATEFUL, 0))).isEmpty();
    }
}
