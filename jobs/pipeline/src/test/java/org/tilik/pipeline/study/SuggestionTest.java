// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({"track,track,0", "trakc,track,1", "tarck,track,1", "trck,track,1", "abc,xyz,3", "'',abc,3"})
    void distanceCountsSlips(String a, String b, int slips) {
        assertThat(Suggestion.distance(a, b)).isEqualTo(slips);
        assertThat(Suggestion.distance(b, a)).isEqualTo(slips);
    }

    @Test
    void onlyACloseNameIsSuggested() {
        assertThat(Suggestion.nearest("Key-File", List.of("k", "key_file"))).contains("key_file");
        assertThat(Suggestion.nearest("unrelated", List.of("k", "key_file"))).isEmpty();
    }
}
