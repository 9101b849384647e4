// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreatedAtTest {
    @ParameterizedTest
    @CsvSource({
        "Mon Apr 19 17:52:00 +0000 2010, 2010-04-19T17:52:00Z",
        "Wed Feb 29 00:00:59 +0000 2012, 2012-02-29T00:00:59Z",
        "Mon Apr 19 17:52:00 +0130 2010, 2010-04-19T16:22:00Z",
        "Mon Apr 19 17:52:00 -0800 2010, 2010-04-20T01:52:00Z",
        "Sat Jun 30 23:59:60 +0000 2012, 2012-07-01T00:00:00Z"
    })
    void timesAreReadInTwittersOwnForm(String written, String time) {
        assertThat(CreatedAt.parse(written)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2010-04-19T17:52:00Z",
                "Mon Apr 19 17:52:00 UTC 2010",
                "Mon Apr 31 17:52:00 +0000 2010",
                "Mon Avr 19 17:52:00 +0000 2010",
                "Mon anF 19 17:52:00 +0000 2010",
                "Mon Apr 19 24:00:00 +0000 2010",
                "Mon Apr 19 17:60:00 +0000 2010",
                "Mon Apr  9 17:52:00 +0000 2010"
            })
    void anythingElseIsNoTime(String written) {
        assertThat(CreatedAt.parse(written)).isNull();
    }
}
