// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnowflakeTest {
    @Test
    void anIdStatesItsTimeToTheMillisecond() {
        // The example in Twitter's own documentation, with created_at Wed Oct 10 20:19:24 +0000 2018.
        assertThat(Snowflake.time(1_050_118_621_198_921_728L)).isEqualTo("2018-10-10T20:19:24.211Z");
    }

    @Test
    void idsFromBeforeSnowflakesStateNone() {
        assertThat(Snowflake.time(29_700_859_246L)).isNull();
        assertThat(Snowflake.time(20)).isNull();
        assertThat(Snowflake.time(29_700_859_247L)).isEqualTo("2010-11-04T01:43:01.738Z");
    }

    @Test
    void theSampleTakesTenMillisecondsOfEachSecond() {
        long atSecond = (1_500_000_000_000L - 1_288_834_974_657L) << 22;
        assertThat(Snowflake.mayBeSampled(atSecond + (657L << 22))).isTrue();
        assertThat(Snowflake.mayBeSampled(atSecond + (666L << 22) + 4_000_000)).isTrue();
        assertThat(Snowflake.mayBeSampled(atSecond + (656L << 22) + 4_000_000)).isFalse();
        assertThat(Snowflake.mayBeSampled(atSecond + (667L << 22))).isFalse();
        assertThat(Snowflake.mayBeSampled(12_467_873_400L)).isTrue();
    }
}
