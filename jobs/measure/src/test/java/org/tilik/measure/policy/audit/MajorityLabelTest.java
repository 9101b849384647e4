// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MajorityLabelTest {

    @Test
    void theLabelOfMostCodersHolds() {
        MajorityLabel label = MajorityLabel.of(
                List.of(CodedClass.HATEFUL, CodedClass.COUNTER, CodedClass.HATEFUL, CodedClass.OFFENSIVE));
        assertThat(label.outcome()).isEqualTo(MajorityLabel.Outcome.MAJORITY);
        assertThat(label.agreed()).contains(CodedClass.HATEFUL);
        assertThat(label.coders()).isEqualTo(4);
        assertThat(MajorityLabel.of(List.of(CodedClass.NONE)).outcome()).isEqualTo(MajorityLabel.Outcome.UNANIMOUS);
    }

    @Test
    void coderWhoDisagreeLeaveNoLabel() {
        MajorityLabel label = MajorityLabel.of(List.of(CodedClass.HATEFUL, CodedClass.COUNTER));
        assertThat(label.outcome()).isEqualTo(MajorityLabel.Outcome.TIE);
        assertThat(label.agreed()).isEmpty();
        assertThat(MajorityLabel.of(List.of()).outcome()).isEqualTo(MajorityLabel.Outcome.NOT_CODED);
    }

    @Test
    void classesAreProtectedOrViolatingOrNeither() {
        assertThat(CodedClass.byId("extremist_support").orElseThrow().isViolating())
                .isTrue();
        assertThat(CodedClass.byId("counter").orElseThrow().isProtected()).isTrue();
        assertThat(CodedClass.OFFENSIVE.isProtected() || CodedClass.OFFENSIVE.isViolating())
                .isFalse();
        assertThat(CodedClass.byId("spam")).isEmpty();
    }
}
