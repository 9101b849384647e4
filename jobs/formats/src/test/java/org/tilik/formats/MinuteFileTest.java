// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.model.SourcePosition;

class MinuteFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016/04/27/18/08.json.bz2",
                "./2016/04/27/18/08.json.gz",
                "archive/2016/04/27/18/08.json",
                "day.tar/2016/04/27/18/08.json.bz2"
            })
    void theMinuteStandsInTheLastFivePartsOfThePath(String path) {
        assertThat(MinuteFile.minute(path)).contains(Instant.parse("2016-04-27T18:08:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "08.json.bz2", "2016/13/27/18/08.json", "2016/04/27/18/60.json", "2016/04/27/18/08.txt"})
    void otherNamesStateNoMinute(String path) {
        assertThat(MinuteFile.minute(path)).isEmpty();
    }

    @Test
    void theMemberOutweighsTheFile() {
        String later = "2016/04/27/18/09.json.bz2";
        assertThat(MinuteFile.minute(new SourcePosition("2016/04/27/18/08.json", later, 1)))
                .contains(Instant.parse("2016-04-27T18:09:00Z"));
        assertThat(MinuteFile.minute(new SourcePosition(later, "readme.txt", 1)))
                .contains(Instant.parse("2016-04-27T18:09:00Z"));
    }
}
