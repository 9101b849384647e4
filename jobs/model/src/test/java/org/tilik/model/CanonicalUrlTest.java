// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.Example.ORG/Path/,example.org/Path",
        "http://example.org:80/a,example.org/a",
        "https://example.org:443,example.org",
        "https://example.org:8080/,example.org:8080",
        "https://example.org/a?utm_source=x&b=2&a=1&fbclid=9#frag,example.org/a?a=1&b=2",
        "https://youtu.be/abc?si=123,youtu.be/abc",
        "//example.org/a?,example.org/a",
        "HTTPS://EXAMPLE.org/a?x=A%20b,example.org/a?x=A%20b",
        "example.org/a//,example.org/a",
        "https://user:pass@example.org/a,example.org/a",
        "https://example.org?q=http://other.example/,example.org?q=http://other.example/"
    })
    void addressesOfOnePageBecomeOneString(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "mailto:a@example.org", "tg://join", "/r/tomatoes", "word", "two words.", "http://"})
    void whatIsNoWebAddressHasNone(String text) {
        assertThat(CanonicalUrl.of(text)).isEmpty();
    }

    @Test
    void theCanonicalFormOfACanonicalFormIsItself() {
        String once = CanonicalUrl.of("https://www.example.org/a/?b=2&a=1#x").orElseThrow();
        assertThat(CanonicalUrl.of(once)).contains(once);
    }
}
