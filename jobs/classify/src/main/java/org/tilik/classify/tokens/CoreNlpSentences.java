// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.util.ArrayList;
import java.util.List;

/** Sentences as CoreNLP puts them together from its words; an empty line ends one too. */
final class CoreNlpSentences implements TextCutter {
    private final CoreNlpTokens tokens;
    private final TextCutter forRunsOfMarks;
    private final WordToSentenceProcessor<CoreLabel> sentences = new WordToSentenceProcessor<>();

    CoreNlpSentences(CoreNlpTokens tokens, String language) {
        this.tokens = tokens;
        forRunsOfMarks = IcuCutter.sentences(language);
    }

    @Override
    public List<Span> cut(String text) {
        if (CoreNlpTokens.hasLongRun(text)) {
            return forRunsOfMarks.cut(text);
        }
        List<Span> spans = new ArrayList<>();
        for (List<CoreLabel> sentence : sentences.process(tokens.labels(text))) {
            add(sentence, text, spans);
        }
        return spans;
    }

    private static void add(List<CoreLabel> sentence, String text, List<Span> spans) {
        if (sentence.isEmpty()) {
            return;
        }
        int start = sentence.get(0).beginPosition();
        int end = start;
        for (CoreLabel word : sentence) {
            if (end > start && isEmptyLine(text, end, word.beginPosition())) {
                spans.add(new Span(start, end));
                start = word.beginPosition();
            }
            end = word.endPosition();
        }
        if (end > start) {
            spans.add(new Span(start, end));
        }
    }

    private static boolean isEmptyLine(String text, int from, int to) {
        int first = text.indexOf('\n', from);
        return first >= 0 && first < to && text.lastIndexOf('\n', to - 1) > first;
    }
}
