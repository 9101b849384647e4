// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlWordsTest {
    private static final int LONG = 4_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>one</p><p>two</p> | one two",
                "a<br/>b<br>c         | a b c",
                "1 &lt; 2 &amp;amp; 3 | 1 < 2 &amp; 3",
                "&#65;&#x42;&#0;      | AB&#0;",
                "a < b and b > a      | a < b and b > a",
                "<b>bold</b> <        | bold <",
                "&nothing; &amp       | &nothing; &amp"
            })
    void wordsAreThoseThatReadersSee(String html, String words) {
        assertThat(HtmlWords.of(html).words().replace('\n', ' ')).isEqualTo(words);
    }

    @Test
    void linksStandBehindWordsWithoutAccountsAndHashtags() {
        String html =
                "<a href=\"https://example.org/?a=1&amp;b=2\">x</a> <a class=\"mention\" href='https://a.org/@b'>b</a>"
                        + "<a rel=\"tag\" href='https://a.org/tags/c'>c</a> <a href='mailto:a@b.org'>m</a>";

        assertThat(HtmlWords.of(html).links()).containsExactly("https://example.org/?a=1&b=2");
        assertThat(HtmlWords.of("").words()).isNull();
    }

    /** Not how fast: with time that grows as the square of the length these would take hours. */
    @ParameterizedTest
    @ValueSource(strings = {"<a", "<a ", "&", "&lt", "<", "<a href='http", "<a href='http://a.org/1'>"})
    void noTextTakesTimeThatGrowsAsTheSquareOfItsLength(String part) {
        String text = part.repeat(LONG / part.length());

        assertTimeoutPreemptively(
                Duration.ofMinutes(2),
                () -> assertThat(HtmlWords.of(text).links()).hasSizeLessThanOrEqualTo(1));
    }
}
