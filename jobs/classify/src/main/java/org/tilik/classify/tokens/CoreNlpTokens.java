// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import edu.stanford.nlp.international.french.process.FrenchTokenizer;
import edu.stanford.nlp.international.spanish.process.SpanishTokenizer;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.TokenizerFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Words as one of CoreNLP's tokenisers cuts them, with the options its own pipeline uses; none needs a model. Its lexers
 * look ahead, so that their time grows with the square of a run of marks (20,000 quotation marks take minutes): texts with
 * such runs are cut by ICU.
 */
final class CoreNlpTokens implements TextCutter {
    /** What a tokeniser does not know is a token too, and nothing is said about it: posts are full of emoji. */
    private static final String KEEP = ",untokenizable=noneKeep";

    /** Most marks between two spaces; no word, address or row of emoji that means something has more. */
    private static final int MOST_MARKS = 48;

    private static final int REPLACEMENT = 0xfffd;

    private final TokenizerFactory<CoreLabel> factory;
    private final TextCutter forRunsOfMarks;

    private CoreNlpTokens(TokenizerFactory<CoreLabel> factory, String language) {
        this.factory = factory;
        forRunsOfMarks = IcuCutter.words(language);
    }

    static CoreNlpTokens english() {
        return new CoreNlpTokens(PTBTokenizer.factory(new CoreLabelTokenFactory(), "invertible" + KEEP), "en");
    }

    static CoreNlpTokens german() {
        String options = "invertible,ptb3Escaping=false,splitHyphenated=true";
        return new CoreNlpTokens(PTBTokenizer.factory(new CoreLabelTokenFactory(), options + KEEP), "de");
    }

    static CoreNlpTokens french() {
        String options = "invertible,splitCompounds=false,splitContractions=false,quotes=ORIGINAL";
        return new CoreNlpTokens(FrenchTokenizer.factory(new CoreLabelTokenFactory(), options + KEEP), "fr");
    }

    static CoreNlpTokens spanish() {
        String options = "invertible,ellipses=ascii,splitAll=false";
        return new CoreNlpTokens(SpanishTokenizer.factory(new CoreLabelTokenFactory(), options + KEEP), "es");
    }

    /** Whether marks run on so long that the lexers would take too much time. */
    static boolean hasLongRun(String text) {
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                marks = 0;
            } else if (!Character.isLetterOrDigit(c) && ++marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }

    /** The tokens of a text without long runs of marks. */
    List<CoreLabel> labels(String text) {
        return factory.getTokenizer(new StringReader(withoutLoneSurrogates(text)))
                .tokenize();
    }

    /** The French and Spanish lexers stop at half a character; the sign for it in its place keeps all offsets. */
    private static String withoutLoneSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && text.codePointAt(i) < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                return replaced(text);
            } else if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    @Override
    public List<Span> cut(String text) {
        if (hasLongRun(text)) {
            return forRunsOfMarks.cut(text);
        }
        List<CoreLabel> labels = labels(text);
        List<Span> spans = new ArrayList<>(labels.size());
        for (CoreLabel label : labels) {
            spans.add(new Span(label.beginPosition(), label.endPosition()));
        }
        return spans;
    }
}
