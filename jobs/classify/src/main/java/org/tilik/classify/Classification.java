// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

/**
 * What the classifier says of one text.
 *
 * @param language ISO 639 code of the language, or {@code und}
 * @param languageConfidence probability in [0, 1] that the language is right
 * @param label id of the head that speaks for the text at the model's thresholds, or {@code none}
 * @param hateful probability that the text is hateful
 * @param offensive probability that it is offensive
 * @param counter probability that it is counter-speech or reporting
 * @param extremistSupport score in [0, 1] of support for a violent organisation; experimental
 */
public record Classification(
        String language,
        double languageConfidence,
        String label,
        double hateful,
        double offensive,
        double counter,
        double extremistSupport) {
    /** Label of a text for which no head reaches its threshold. */
    public static final String NONE = "none";

    /** The same scores with this label. */
    Classification withLabel(String other) {
        return new Classification(language, languageConfidence, other, hateful, offensive, counter, extremistSupport);
    }

    /** The probability of this head. */
    public double score(Head head) {
        return switch (head) {
            case HATEFUL -> hateful;
            case OFFENSIVE -> offensive;
            case COUNTER -> counter;
            case EXTREMIST_SUPPORT -> extremistSupport;
        };
    }
}
