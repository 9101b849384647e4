// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishedDetailTest {
    @Test
    void exactTimesAndLongNumbersAreNotPublished() {
        assertThat(PublishedDetail.of("The notice of 2016-04-27T10:47:55.657Z is about a status that was made later, at"
                        + " 2016-04-27T10:48:00Z"))
                .isEqualTo("The notice of 2016-04-27T10h is about a status that was made later, at 2016-04-27T10h");
        assertThat(PublishedDetail.of("created_utc is 99999999999, expected seconds since 1970"))
                .isEqualTo("created_utc is …, expected seconds since 1970");
    }

    @Test
    void whatElseIsSaidStays() {
        String detail = "The record has 17825792 bytes; at most 16777216 are read. Line 12 of 2024-06-03.json: "
                + "0123456789012345678901234567890123456789";

        assertThat(PublishedDetail.of(detail)).isEqualTo(detail);
    }
}
