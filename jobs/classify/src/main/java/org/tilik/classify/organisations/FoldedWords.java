// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import edu.stanford.nlp.ling.CoreAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;

/** The folded words of a text, as CoreNLP's token patterns take them; the text of each as it was is kept beside it. */
record FoldedWords(List<CoreLabel> labels) {
    /** Whether a mark stands before a word that does not stand inside names. */
    static final class Apart implements CoreAnnotation<Boolean> {
        @Override
        public Class<Boolean> getType() {
            return Boolean.class;
        }
    }

    static FoldedWords of(String text) {
        List<CoreLabel> labels = new ArrayList<>();
        WordCursor cursor = new WordCursor(text);
        while (cursor.next()) {
            CoreLabel label = new CoreLabel(5);
            label.setWord(cursor.word());
            label.setOriginalText(text.substring(cursor.start(), cursor.end()));
            label.setBeginPosition(cursor.start());
            label.setEndPosition(cursor.end());
            label.set(Apart.class, cursor.apart());
            labels.add(label);
        }
        return new FoldedWords(labels);
    }

    int count() {
        return labels.size();
    }

    String word(int index) {
        return labels.get(index).word();
    }

    boolean apart(int index) {
        return labels.get(index).get(Apart.class);
    }

    int chars() {
        return labels.stream().mapToInt(label -> label.word().length()).sum();
    }

    List<String> words() {
        return labels.stream().map(CoreLabel::word).toList();
    }

    /** Letters and digits of some of the words in their case, without anything between them. */
    String surface(int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (CoreLabel label : labels.subList(from, to)) {
            label.originalText().codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        }
        return letters.toString();
    }
}
