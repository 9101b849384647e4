// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Map<String, List<String>> SLOTS = Map.of(
            "TOWN", List.of("Ostra", "Grey Harbour"),
            "ONE", List.of("only"),
            "PEOPLE", List.of("people from {TOWN}"),
            "NOTHING", List.of(""));

    private static Set<String> draws(String pattern) {
        Template template = Template.parse(pattern);
        SplittableRandom random = new SplittableRandom(5);
        Set<String> drawn = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            drawn.add(template.draw(SLOTS, random));
        }
        return drawn;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            calm                        | calm
            a (big /small /)sea         | a big sea;a sea;a small sea
            (a/b)(c/d)                  | ac;ad;bc;bd
            {TOWN} and {TOWN}           | Grey Harbour and Grey Harbour;Ostra and Ostra
            {TOWN:1} and {TOWN:2}       | Grey Harbour and Ostra;Ostra and Grey Harbour
            {TOWN:1}, {TOWN:2}, {TOWN:1}| Grey Harbour, Ostra, Grey Harbour;Ostra, Grey Harbour, Ostra
            {ONE:1} {ONE:2}             | only only
            {PEOPLE} see {TOWN}         | people from Grey Harbour see Grey Harbour;people from Ostra see Ostra
            ({TOWN}/{ONE})              | Grey Harbour;Ostra;only
            {NOTHING} calm {NOTHING} .  | calm.
            calm , is it ?              | calm, is it?
            \\(x\\) \\{TOWN} \\/        | (x) {TOWN} /
            a / b                       | a / b
            """)
    void draws(String pattern, String expected) {
        assertThat(draws(pattern.replace('/', '|')))
                .isEqualTo(new TreeSet<>(List.of(expected.replace('/', '|').split(";", -1))));
    }

    @Test
    void theSlotsOfAPatternAreTold() {
        assertThat(Template.parse("({A:1}|{B}) \\{C} {A:2}").slots()).containsExactly("A", "B");
    }

    @Test
    void alternativesAreDrawnEquallyOften() {
        Template template = Template.parse("(a|b|c)");
        SplittableRandom random = new SplittableRandom(5);
        int a = 0;
        for (int i = 0; i < 3000; i++) {
            a += template.draw(SLOTS, random).equals("a") ? 1 : 0;
        }

        assertThat(a).isBetween(850, 1150);
    }
}
