// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTableTest {
    @Test
    void textsAreNumbersIntoAListAndEmptyColumnsAreLeftOut() {
        ColumnTable table = new ColumnTable(
                List.of("name", "share", "n", "held", "nothing"),
                List.of(
                        Arrays.asList("a", 0.1234567890123456, 3L, true, null),
                        Arrays.asList("b", null, 12345678901L, false, null),
                        Arrays.asList("a", 1e-9, null, null, null)),
                7);
        assertThat(table.json().toString())
                .isEqualTo("{\"rows\":3,\"left_out\":7,\"columns\":[\"name\",\"share\",\"n\",\"held\",\"nothing\"],"
                        + "\"cells\":{\"name\":{\"type\":\"text\",\"texts\":[\"a\",\"b\"],\"values\":[0,1,0]},"
                        + "\"share\":{\"type\":\"number\",\"values\":[0.1234567890123456,null,1.0E-9]},"
                        + "\"n\":{\"type\":\"number\",\"values\":[3,12345678901,null]},"
                        + "\"held\":{\"type\":\"truth\",\"values\":[1,0,null]}}}");
    }
}
