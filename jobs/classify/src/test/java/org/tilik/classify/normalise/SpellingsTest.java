// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** How spellings are read: {@code spellings.csv} says it case by case, invisible characters by number. */
class SpellingsTest {
    private static final Pattern CHARACTER = Pattern.compile("<U\\+([0-9A-F]+)>");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "spellings.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void spellingsBecomeTokens(String name, String text, String tokens) {
        assertThat(TextNormaliser.normalise(written(text)).toString()).as(name).isEqualTo(written(tokens));
    }

    private static String written(String cell) {
        return CHARACTER.matcher(cell).replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
    }
}
