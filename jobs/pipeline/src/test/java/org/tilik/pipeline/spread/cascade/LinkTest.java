// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.pipeline.spread.SizeClass;

class LinkTest {
    @ParameterizedTest(name = "{0} {1} answering {2}, of {3}: {4} of {5}")
    @CsvSource({
        "twitter, SHARE, , o, SHARE, o, true, false",
        "reddit, SHARE, , o, SHARE, o, false, false",
        "twitter, SHARE, , , ROOT, , false, true",
        "twitter, QUOTE, p, o, QUOTE, o, false, false",
        "twitter, QUOTE, p, , REPLY, p, false, false",
        "twitter, QUOTE, , , ROOT, , false, true",
        "reddit, REPLY, p, , REPLY, p, false, false",
        "reddit, REPLY, , , ROOT, , false, true",
        "reddit, POST, , , ROOT, , false, false"
    })
    void everyItemHangsOnAtMostOneOther(
            String platform,
            String kind,
            String parent,
            String origin,
            EdgeKind edge,
            String target,
            boolean isRootOnly,
            boolean isUnnamed) {
        assertThat(Link.of(platform, kind, parent, origin)).isEqualTo(new Link(edge, target, isRootOnly, isUnnamed));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2-9", "9, 2-9", "10, 10-99", "99, 10-99", "100, 100-999", "1500000, 1000000-9999999"})
    void sizesFallIntoClassesByTheirDigits(long size, String name) {
        assertThat(SizeClass.of(size)).isEqualTo(name);
    }
}
