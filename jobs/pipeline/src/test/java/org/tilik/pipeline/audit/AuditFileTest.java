// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.measure.policy.audit.CodedClass;
import org.tilik.measure.policy.audit.SamplingDesign;
import org.tilik.pipeline.study.RunError;

class AuditFileTest {
    private static final String HEADER = "item_key,platform,text,label,coder,note,inclusion_probability,stratum\n";

    @TempDir
    Path temp;

    private AuditCodes read(String rows) throws IOException {
        return AuditFile.read(
                Files.writeString(temp.resolve("audit.csv"), HEADER + rows).toString());
    }

    private void assertRefused(String rows, String... says) {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> read(rows))
                .satisfies(error -> assertThat(error.getMessage()).contains(says));
    }

    @Test
    void theMajorityOfCodersIsTheLabelOfAnItem() throws IOException {
        AuditCodes codes = read("""
                bb,reddit,words,Hateful,ann,,0.25,s001
                aa,reddit,words,counter,ann,,0.5,s002
                bb,reddit,words,hateful,ben,,0.25,s001
                bb,reddit,words,none,cem,,0.25,s001
                aa,reddit,words,none,ben,,0.5,s002
                cc,reddit,words,,ann,,0.5,s002
                """);

        assertThat(codes.items()).extracting(AuditCode::itemKey).containsExactly("aa", "bb", "cc");
        assertThat(codes.items().get(0).isTie()).isTrue();
        assertThat(codes.items().get(1).label()).isEqualTo(CodedClass.HATEFUL);
        assertThat(codes.items().get(1).coders()).isEqualTo(3);
        assertThat(codes.isUsable()).isTrue();
        assertThat(codes.counts())
                .containsEntry("audit.items", 3L)
                .containsEntry("audit.coded", 1L)
                .containsEntry("audit.ties", 1L)
                .containsEntry("audit.not_coded", 1L);
        SamplingDesign design = codes.design(item -> true);
        // What the two items without a label stand for is spread over the one that has one.
        assertThat(design.weight(1)).isCloseTo(4 + 2 + 2, within(1e-12));
        assertThat(codes.index().number("cc")).hasValue(2);
        assertThat(codes.index().number("dd")).isEmpty();
    }

    @Test
    void withoutProbabilitiesNothingCanBeCorrected() throws IOException {
        assertThat(read("aa,reddit,words,none,ann,,,\n").isUsable()).isFalse();
        assertThat(AuditCodes.NONE.isUsable()).isFalse();
        assertRefused("aa,reddit,w,none,ann,,,\nbb,reddit,w,none,ann,,0.5,\n", "1 of 2 items have no inclusion");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidWithItsRow() {
        assertRefused("aa,reddit,w,spam,ann,,0.5,s1\n", "audit.csv, row 2", "\"spam\"", "extremist_support");
        assertRefused("aa,reddit,w,none,ann,,2,s1\n", "row 2", "inclusion_probability is \"2\"");
        assertRefused("aa,reddit,w,none,ann,,many,s1\n", "row 2", "inclusion_probability is \"many\"");
        assertRefused("aa,reddit,w,none,ann,,0.5,s1\naa,reddit,w,none,ben,,0.4,s1\n", "row 3", "but in row 2");
        assertRefused("aa,reddit,w,none,ann,,0.5,s1\naa,reddit,w,hateful,ann,,0.5,s1\n", "row 3", "coder ann");
        assertRefused("", "holds no row");
        assertRefused(",reddit,w,none,ann,,0.5,s1\n", "no item_key");
    }
}
