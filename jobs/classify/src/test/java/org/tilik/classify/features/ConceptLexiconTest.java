// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.classify.features.Lexicons.found;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptLexiconTest {
    private static final ConceptLexicon LEXICON = Lexicons.of(
            "en NOT not",
            "en NOT don t",
            "en LIKE like",
            "en WELCOME welcom*",
            "en WELCOME you are welcome here",
            "en PLACE here",
            "en KIND kind",
            "en SORT kind",
            "en SORT kind of",
            "en LONG kindness of strangers",
            "en CITY new harbour",
            "en CITY new harbour town",
            "en FRESH new",
            "id NOT tidak",
            "id CHILD anak",
            "id CHILDREN anak anak",
            "fr NOT ne",
            "fr SEA mer",
            "ar CITY مدينه",
            "ar BOOK كتاب",
            "ar AND_THEN وكاله",
            "zh PARK 公园",
            "zh GO 去",
            "zh CITY 公园城",
            "zh CITY 公园 城 市",
            "hi SEA समुद्र",
            "ja SEA うみ",
            "th SEA ทะเล");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a word                      | en | They like it                 | LIKE@1
            capitals                    | en | LIKE                         | LIKE@0
            a hidden word               | en | l.i.k.e l1ke                 | LIKE@0 LIKE@1
            a beginning                 | en | welcoming us                 | WELCOME@0
            a beginning alone           | en | welcom                       | WELCOME@0
            less than a beginning       | en | welco                        |
            a whole word is no beginning| en | hereby                       |
            the longest phrase          | en | you are welcome here         | WELCOME@0
            a phrase that breaks off    | en | you are welcome there        | WELCOME@2
            the longer of two phrases   | en | new harbour town             | CITY@0
            the shorter of two phrases  | en | new harbour towns            | CITY@0
            only its first word         | en | new town                     | FRESH@0
            an apostrophe               | en | I don't like                 | NOT@1 LIKE@3
            a phrase at the end         | en | a new harbour                | CITY@1
            a phrase cut off at the end | en | you are                      |
            two concepts of one word    | en | so kind                      | KIND@1 SORT@1
            only that of the phrase     | en | kind of                      | SORT@0
            a hyphen in between         | id | anak anak                    | CHILDREN@0
            one of a pair               | id | anak                         | CHILD@0
            mixed with English          | id | tidak like                   | NOT@0 LIKE@1
            own language first          | tl | not tidak                    | NOT@0
            Malay borrows Indonesian    | ms | tidak                        | NOT@0
            Javanese borrows Indonesian | jv | tidak                        | NOT@0
            Urdu borrows Hindi          | ur | समुद्र                         | SEA@0
            French borrows nothing      | fr | ne like la mer               | NOT@0 SEA@3
            unknown tongue reads English| und| they like it                 | LIKE@1
            a language without forms    | sv | like ne tidak                |
            Arabic article              | ar | المدينة                      | CITY@0
            Arabic wa and article       | ar | والمدينة                     | CITY@0
            Arabic bi                   | ar | بمدينة                       | CITY@0
            Arabic lil                  | ar | للمدينة                      | CITY@0
            Arabic word with wa of its own| ar | وكالة                      | AND_THEN@0
            too short behind a particle | ar | وكت                          |
            Arabic in an English text   | en | مدينة                        |
            a run of Chinese            | zh | 我们去公园                     | GO@0 PARK@0
            the longest of a run        | zh | 去公园城                      | GO@0 CITY@0
            English in Chinese          | zh | 去 like                       | GO@0 LIKE@1
            Japanese run                | ja | このうみは                     | SEA@0
            Thai run                    | th | ไปทะเล                        | SEA@0
            """)
    void conceptsAreFound(String name, String language, String text, String expected) {
        assertThat(String.join(" ", found(LEXICON, text, language)))
                .as(name)
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void marksAndAddressesCarryNoConcept() {
        assertThat(found(LEXICON, "@like https://like.example/not 😀 !", "en")).isEmpty();
    }

    @Test
    void aLexiconWithoutConceptsFindsNothing() {
        assertThat(found(ConceptLexicon.none(), "They like it", "en")).isEmpty();
        assertThat(found(ConceptLexicon.none(), "我们去公园", "zh")).isEmpty();
        assertThat(found(LEXICON, "", "en")).isEmpty();
    }

    @Test
    void aPhraseOfARunDoesNotHideAWordOfTheRun() {
        ConceptLexicon lexicon = Lexicons.of("zh PARK 公园", "zh CITY 公园城 市");

        assertThat(found(lexicon, "去公园城里", "zh")).isEqualTo(List.of("PARK@0"));
    }

    @Test
    void aConceptIsToldOnceForAToken() {
        ConceptLexicon lexicon = Lexicons.of("en LIKE like", "en LIKE like", "en LIKE lik*");

        assertThat(found(lexicon, "like", "en")).isEqualTo(List.of("LIKE@0"));
    }

    @Test
    void aLongWordIsFoundWhole() {
        ConceptLexicon lexicon =
                Lexicons.of("de CARD rindfleischetikettierungsgesetz", "de CARD rindfleischetikettierungsueb*");

        assertThat(found(lexicon, "Rindfleischetikettierungsgesetz", "de")).isEqualTo(List.of("CARD@0"));
        assertThat(found(lexicon, "Rindfleischetikettierungsüb", "de")).isEmpty();
        assertThat(found(lexicon, "Rindfleischetikettierungsuebung", "de")).isEqualTo(List.of("CARD@0"));
    }

    @Test
    void fieldsAreThoseOfTheirConcepts() {
        ConceptLexicon lexicon = Lexicons.of("en SEA sea", "en SORT sort", "en CITY city");

        assertThat(lexicon.names()).containsExactly("SEA", "SORT", "CITY");
        assertThat(lexicon.field(0)).isEqualTo(lexicon.field(1)).isNotEqualTo(lexicon.field(2));
        assertThat(lexicon.fieldName(2)).isEqualTo("C");
    }
}
