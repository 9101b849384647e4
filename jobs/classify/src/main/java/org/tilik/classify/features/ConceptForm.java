// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tilik.classify.normalise.NormalText;
import org.tilik.classify.normalise.TextNormaliser;

/**
 * A way in which a language writes a concept: one or more words in normalised spelling, of which each is whole or a
 * beginning.
 *
 * @param language language of the form
 * @param words normalised words
 * @param prefix for each word whether it is only the beginning
 * @param concept number of the concept
 */
record ConceptForm(String language, char[][] words, boolean[] prefix, int concept) {
    private static final Pattern SPACES = Pattern.compile(" +");

    /** The form as a lexicon writes it, {@code *} behind beginnings; empty where no letter is left of it. */
    static ConceptForm of(String language, String written, int concept) {
        List<char[]> words = new ArrayList<>();
        List<Boolean> prefix = new ArrayList<>();
        for (String part : SPACES.split(written.strip(), -1)) {
            boolean beginning = part.endsWith("*");
            NormalText normal = TextNormaliser.normalise(beginning ? part.substring(0, part.length() - 1) : part);
            for (int i = 0; i < normal.size(); i++) {
                words.add(normal.token(i).toCharArray());
                prefix.add(beginning && i == normal.size() - 1);
            }
        }
        boolean[] prefixes = new boolean[words.size()];
        for (int i = 0; i < prefixes.length; i++) {
            prefixes[i] = prefix.get(i);
        }
        return new ConceptForm(language, words.toArray(char[][]::new), prefixes, concept);
    }

    /** Whether the words from the second on stand at these tokens. */
    boolean restMatches(NormalText text, int firstToken) {
        if (firstToken + words.length > text.size()) {
            return false;
        }
        for (int w = 1; w < words.length; w++) {
            if (!matches(text, firstToken + w, words[w], prefix[w])) {
                return false;
            }
        }
        return true;
    }

    /** The form as a lexicon writes it; equal forms read alike. */
    @Override
    public String toString() {
        StringBuilder written = new StringBuilder(language).append(' ').append(concept);
        for (int w = 0; w < words.length; w++) {
            written.append(' ').append(words[w]).append(prefix[w] ? "*" : "");
        }
        return written.toString();
    }

    private static boolean matches(NormalText text, int token, char[] word, boolean prefix) {
        int length = text.end(token) - text.start(token);
        if (prefix ? length < word.length : length != word.length) {
            return false;
        }
        char[] chars = text.chars();
        int start = text.start(token);
        for (int i = 0; i < word.length; i++) {
            if (chars[start + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
