// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.words.Messages;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\"([\\w.-]+[\\w-])\"");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "id"})
    void eachLanguageHasTheSameMessages(String language) throws Exception {
        assertThat(keys(Messages.of(language))).isEqualTo(keys(Messages.of("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "id"})
    void eachTranslationHasTheSamePlacesForValues(String language) throws Exception {
        JsonNode english = Messages.of("en");
        JsonNode translated = Messages.of(language);
        for (String key : keys(english)) {
            assertThat(places(translated.path(key).asText()))
                    .as(key)
                    .isEqualTo(places(english.path(key).asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "id"})
    void noMessageIsEmptyHoldsMarkupOrClaimsMoreThanTheDataCan(String language) throws Exception {
        Messages.of(language)
                .properties()
                .forEach(message -> assertThat(message.getValue().asText())
                        .as(message.getKey())
                        .isNotBlank()
                        .doesNotContain(
                                "<", "effect of", "caused", "effet de", "effets de", "causé", "akibat", "disebabkan"));
    }

    @Test
    void frenchSignsHaveTheirNarrowSpaces() throws Exception {
        Messages.of("fr")
                .properties()
                .forEach(message -> assertThat(message.getValue().asText())
                        .as(message.getKey())
                        .doesNotContainPattern("(?<=\\p{L}) [;?!»]|« | :( |$)"));
    }

    @Test
    void whatTheScriptsAskForIsThere() throws Exception {
        Set<String> known = keys(Messages.of("en"));
        for (String script : PageParts.SCRIPTS) {
            Matcher asked = ASKED.matcher(PagePartsTest.script(script));
            while (asked.find()) {
                assertThat(known).as(script).contains(asked.group(1));
            }
        }
    }

    @Test
    void everyMetricOfTheRegisterHasWordsInEveryLanguage() throws Exception {
        Set<String> known = keys(Messages.of("en"));
        Set<String> without = MetricRegistry.delivered().all().stream()
                .map(metric -> "metric." + metric.id() + ".name")
                .filter(key -> !known.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(without)
                .as("add these, and the same with .label, to the message files of the report, in each language")
                .isEmpty();
    }

    private static Set<String> keys(JsonNode messages) {
        return messages.properties().stream()
                .map(message -> message.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String message) {
        return PLACE.matcher(message)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
