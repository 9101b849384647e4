// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class NgramLanguagesPropertyTest {
    private static final LanguageIdentifier IDENTIFIER = NgramLanguages.standard();

    @Property(tries = 2000)
    void anyStringHasAnAnswer(@ForAll @StringLength(max = 2000) String text) {
        LanguageGuess guess = IDENTIFIER.identify(text);

        assertThat(guess.confidence()).isBetween(0.0, 1.0);
        assertThat(guess.confidence() == 0).isEqualTo(guess.language().equals(LanguageGuess.UNDETERMINED_CODE));
    }

    @Property(tries = 500)
    void theSameStringHasTheSameAnswer(@ForAll @StringLength(max = 500) String text) {
        assertThat(IDENTIFIER.identify(text)).isEqualTo(IDENTIFIER.identify(text));
    }
}
