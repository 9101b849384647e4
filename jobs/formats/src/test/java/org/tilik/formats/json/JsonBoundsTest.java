// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.RawRecord;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/** Numbers that no dump means, and that would take all time or memory if they were believed. */
class JsonBoundsTest {
    private static JsonTrees.Read read(String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return new JsonTrees("one record")
                .read(new RawRecord(bytes, 0, bytes.length, new SourcePosition("dump", "", 1)));
    }

    @Test
    void aNumberThatCannotBeHeldRejectsItsRecord() {
        assertThat(read("{\"id\": 1E67890123456}").fault().reason()).isEqualTo(RejectReason.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E-999999999",
                "-1E-999999999",
                "1E999999999",
                "1E-2147483647",
                "1E2147483647",
                "\"-1E-99999999\"",
                "\"1E2147483647\""
            })
    void aNumberFarFromAnyTimeIsNone(String number) {
        JsonNode time = read("{\"time\": " + number + "}").tree().path("time");

        assertThat(JsonValues.seconds(time)).isEmpty();
        assertThat(JsonValues.millis(time)).isEmpty();
        assertThat(JsonValues.micros(time)).isEmpty();
    }

    @Test
    void timesOfEveryUsualFormAreRead() {
        JsonNode tree = read("{\"a\": 1.6E9, \"b\": 1600000000.000000000123, \"c\": \"1600000000\"}")
                .tree();

        assertThat(tree.path("a").decimalValue()).isEqualByComparingTo(new BigDecimal("1600000000"));
        for (String name : new String[] {"a", "b", "c"}) {
            assertThat(JsonValues.seconds(tree.path(name))).contains(Instant.ofEpochSecond(1_600_000_000));
        }
    }
}
