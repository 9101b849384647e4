// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tilik.classify.normalise.NormalText;
import org.tilik.classify.normalise.TokenKind;

/**
 * Finds concepts in texts of many languages, so that what is learnt from one language is known in the others.
 *
 * <p>A word is looked up in the language of the text and, where that does not know it, in a language it is often mixed
 * with. The longest phrase counts. Arabic words are also looked up without the particles that are written with them;
 * in scripts without blanks forms are found within runs of letters. Immutable; about 10 MB for 18 languages.
 */
public final class ConceptLexicon {
    private static final int FEWEST_LETTERS_WITHOUT_PARTICLE = 3;
    private static final List<String> PARTICLES =
            List.of("وال", "بال", "فال", "كال", "ال", "لل", "و", "ف", "ب", "ل", "ك");

    private final List<String> names;
    private final List<String> fields;
    private final int[] fieldOf;
    private final ConceptForm[] forms;
    private final FormTable table = new FormTable();
    private final Map<String, Integer> languages = new HashMap<>();
    private final int longestWord;
    private final long[] prefixLengths;
    private final long[][] filters;

    /**
     * A lexicon.
     *
     * @param names names of the concepts
     * @param fieldNames field of each concept
     * @param forms their forms
     */
    ConceptLexicon(List<String> names, List<String> fieldNames, List<ConceptForm> forms) {
        this.names = List.copyOf(names);
        this.forms = distinct(forms);
        List<String> distinct = new ArrayList<>();
        fieldOf = new int[names.size()];
        for (int i = 0; i < fieldOf.length; i++) {
            if (!distinct.contains(fieldNames.get(i))) {
                distinct.add(fieldNames.get(i));
            }
            fieldOf[i] = distinct.indexOf(fieldNames.get(i));
        }
        fields = List.copyOf(distinct);
        for (ConceptForm form : this.forms) {
            int language = languages.computeIfAbsent(form.language(), any -> languages.size() + 1);
            table.add(language, form);
        }
        table.seal();
        prefixLengths = new long[languages.size() + 1];
        filters = new long[languages.size() + 1][];
        for (int language : languages.values()) {
            prefixLengths[language] = table.prefixLengths(language);
            filters[language] = table.filter(language);
        }
        longestWord = Arrays.stream(this.forms)
                .mapToInt(form -> form.words()[0].length)
                .max()
                .orElse(0);
    }

    /** Spellings with and without accents become one form, which must not count twice. */
    private static ConceptForm[] distinct(List<ConceptForm> forms) {
        Map<String, ConceptForm> distinct = new LinkedHashMap<>();
        forms.forEach(form -> distinct.putIfAbsent(form.toString(), form));
        return distinct.values().toArray(ConceptForm[]::new);
    }

    /** A lexicon without concepts. */
    public static ConceptLexicon none() {
        return new ConceptLexicon(List.of(), List.of(), List.of());
    }

    /** Names of the concepts by number. */
    public List<String> names() {
        return names;
    }

    /** Number of the concept's field. */
    int field(int concept) {
        return fieldOf[concept];
    }

    /** Name of the concept's field. */
    String fieldName(int concept) {
        return fields.get(fieldOf[concept]);
    }

    List<ConceptForm> forms() {
        return List.of(forms);
    }

    /** The concepts of a text in this language. */
    Concepts find(NormalText text, String language) {
        Concepts found = new Concepts();
        int first = languages.getOrDefault(language, 0);
        int second = languages.getOrDefault(mixedWith(language), 0);
        boolean runs = language.equals("zh") || language.equals("ja") || language.equals("th");
        for (int token = 0; token < text.size(); ) {
            int step = 1;
            if (text.kind(token) == TokenKind.WORD) {
                if (runs && text.chars()[text.start(token)] >= 0x0E00) {
                    findInRun(text, token, first, found);
                } else {
                    step = findAt(text, token, first, second, found);
                }
            }
            token += step;
        }
        return found;
    }

    /** The language that people mix this one with, or that is close enough to lend words. */
    private static String mixedWith(String language) {
        return switch (language) {
            case "ms" -> "id";
            case "jv", "su", "min", "ban", "bjn", "ace" -> "id";
            case "ur" -> "hi";
            case "tl", "hi", "id", "ar", "zh", "und" -> "en";
            // Short words of one European language are other words of another.
            default -> "";
        };
    }

    private int findAt(NormalText text, int token, int first, int second, Concepts found) {
        int start = text.start(token);
        int words = first == 0 ? 0 : match(text, token, start, first, found);
        if (words == 0 && first != 0 && isArabic(text.chars()[start])) {
            words = matchWithoutParticle(text, token, first, found);
        }
        if (words == 0 && second != 0) {
            words = match(text, token, start, second, found);
        }
        return Math.max(1, words);
    }

    private static boolean isArabic(char c) {
        return c >= 0x0600 && c <= 0x06FF;
    }

    private int matchWithoutParticle(NormalText text, int token, int language, Concepts found) {
        char[] chars = text.chars();
        int start = text.start(token);
        for (String particle : PARTICLES) {
            int length = particle.length();
            if (text.end(token) - start - length >= FEWEST_LETTERS_WITHOUT_PARTICLE
                    && startsWith(chars, start, particle)) {
                int words = match(text, token, start + length, language, found);
                if (words > 0) {
                    return words;
                }
            }
        }
        return 0;
    }

    private static boolean startsWith(char[] chars, int start, String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (chars[start + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the concepts of the longest phrase whose first word stands here; returns its words, 0 where none does. */
    private int match(NormalText text, int token, int start, int language, Concepts found) {
        char[] chars = text.chars();
        int end = Math.min(text.end(token), start + longestWord);
        boolean whole = end == text.end(token);
        int hash = FormTable.seed(language);
        int best = 0;
        int bestPrefix = -1;
        int bestPrefixEnd = start;
        long lengths = prefixLengths[language];
        long[] filter = filters[language];
        for (int i = start; i < end; i++) {
            hash = Hashes.step(hash, chars[i]);
            if ((lengths >>> FormTable.lengthBit(i + 1 - start) & 1) == 0 || !FormTable.mayHave(filter, hash)) {
                continue;
            }
            int list = table.prefix(hash);
            int words = list < 0 ? 0 : longest(list, text, token, best);
            if (words > 0) {
                best = words;
                bestPrefix = list;
                bestPrefixEnd = i + 1;
            }
        }
        int list = whole && FormTable.mayHave(filter, hash) ? table.whole(hash) : -1;
        int words = list < 0 ? 0 : longest(list, text, token, best);
        boolean wholeCounts = words > 0;
        // A beginning that is the whole word stands beside it; a shorter one gives way to it.
        boolean prefixCounts = best > 0 && (!wholeCounts || (words == best && bestPrefixEnd == text.end(token)));
        best = Math.max(best, words);
        int first = found.size();
        if (wholeCounts) {
            addAll(list, best, text, token, first, found);
        }
        if (prefixCounts) {
            addAll(bestPrefix, best, text, token, first, found);
        }
        return best;
    }

    private void addAll(int list, int words, NormalText text, int token, int first, Concepts found) {
        int[] candidates = table.entries();
        for (int i = list; candidates[i + FormTable.WORDS] > 0; i += FormTable.STRIDE) {
            int concept = candidates[i + FormTable.CONCEPT];
            if (candidates[i + FormTable.WORDS] == words
                    && stands(candidates, i, text, token)
                    && !found.has(concept, first)) {
                found.add(concept, token);
            }
        }
    }

    /** Words of the longest form of this list that stands here and is not shorter than another; 0 where none does. */
    private int longest(int list, NormalText text, int token, int atLeast) {
        int[] candidates = table.entries();
        int fewest = Math.max(1, atLeast);
        for (int i = list; candidates[i + FormTable.WORDS] >= fewest; i += FormTable.STRIDE) {
            if (stands(candidates, i, text, token)) {
                return candidates[i + FormTable.WORDS];
            }
        }
        return 0;
    }

    /** Whether the words of this candidate from the second on stand behind the token. */
    private boolean stands(int[] candidates, int i, NormalText text, int token) {
        int second = candidates[i + FormTable.SECOND];
        if (second == 0) {
            return true;
        }
        if (token + 1 >= text.size()) {
            return false;
        }
        int start = text.start(token + 1);
        boolean fits = second < 0
                ? FormTable.wordHash(text.chars(), start, text.end(token + 1)) == second
                : text.end(token + 1) > start && text.chars()[start] == second;
        return fits && forms[candidates[i + FormTable.FORM]].restMatches(text, token);
    }

    /** Forms of one run within a longer one, from left to right, the longest first. */
    private void findInRun(NormalText text, int token, int language, Concepts found) {
        char[] chars = text.chars();
        int at = text.start(token);
        while (at < text.end(token)) {
            int hash = FormTable.seed(language);
            int bestEnd = at;
            int bestList = -1;
            for (int i = at; i < Math.min(text.end(token), at + longestWord); i++) {
                hash = Hashes.step(hash, chars[i]);
                int list = withOneWord(table.whole(hash));
                if (list < 0) {
                    list = withOneWord(table.prefix(hash));
                }
                if (list >= 0) {
                    bestEnd = i + 1;
                    bestList = list;
                }
            }
            if (bestList >= 0) {
                addAll(bestList, 1, text, token, found.size(), found);
            }
            at = Math.max(at + 1, bestEnd);
        }
    }

    /** This list where it has a form of one word, which is the last, else -1. */
    private int withOneWord(int list) {
        if (list < 0) {
            return -1;
        }
        int[] candidates = table.entries();
        int last = list;
        while (candidates[last + FormTable.STRIDE + FormTable.WORDS] > 0) {
            last += FormTable.STRIDE;
        }
        return candidates[last + FormTable.WORDS] == 1 ? list : -1;
    }
}
