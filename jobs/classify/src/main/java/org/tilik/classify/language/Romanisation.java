// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Writes Devanagari text as Hindi speakers type it in Latin letters, with the variation that is usual there. */
final class Romanisation {
    private static final Map<Character, String> CONSONANTS = new HashMap<>();
    private static final Map<Character, String> VOWELS = new HashMap<>();

    static {
        String letters = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ";
        String[] latin =
                "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h l".split(" ", -1);
        for (int i = 0; i < latin.length; i++) {
            CONSONANTS.put(letters.charAt(i), latin[i]);
        }
        String vowels = "अआइईउऊऋएऐओऔऑ";
        String signs = "\0\u093E\u093F\u0940\u0941\u0942\u0943\u0947\u0948\u094B\u094C\u0949";
        String[] sounds = "a aa i ee u oo ri e ai o au o".split(" ", -1);
        for (int i = 0; i < sounds.length; i++) {
            VOWELS.put(vowels.charAt(i), sounds[i]);
            VOWELS.put(signs.charAt(i), sounds[i]);
        }
    }

    private final SplittableRandom random;

    Romanisation(SplittableRandom random) {
        this.random = random;
    }

    String of(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            out.append(word(word)).append(' ');
        }
        return out.toString();
    }

    private String word(String word) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            String consonant = CONSONANTS.get(c);
            if (consonant != null) {
                int after = i + 1;
                if (after < word.length() && word.charAt(after) == '\u093C') {
                    consonant = dotted(c, consonant);
                    after++;
                }
                out.append(varied(consonant));
                if (keepsInherentVowel(word, i, after)) {
                    out.append('a');
                }
                i = after - 1;
            } else if (VOWELS.containsKey(c)) {
                out.append(vowel(VOWELS.get(c), i == word.length() - 1));
            } else if (c == '\u0902' || c == '\u0901') {
                out.append('n');
            } else if (c != '\u094D' && c != '\u0903' && c != '\u200D' && c != '\u200C') {
                out.append(c == '\u0964' ? '.' : c);
            }
        }
        return out.toString();
    }

    private static String dotted(char c, String plain) {
        return switch (c) {
            case 'ड' -> "d";
            case 'ज' -> "z";
            case 'फ' -> "f";
            default -> plain;
        };
    }

    private String varied(String consonant) {
        if (consonant.equals("v")) {
            return random.nextInt(2) == 0 ? "w" : "v";
        }
        if (consonant.equals("ph")) {
            return random.nextInt(2) == 0 ? "f" : "ph";
        }
        return consonant.equals("chh") && random.nextInt(3) == 0 ? "ch" : consonant;
    }

    private String vowel(String sound, boolean last) {
        return switch (sound) {
            case "aa" -> last || random.nextInt(2) == 0 ? "a" : "aa";
            case "ee" -> last || random.nextInt(2) == 0 ? "i" : "ee";
            case "oo" -> random.nextInt(2) == 0 ? "u" : "oo";
            case "ai" -> random.nextInt(3) == 0 ? "e" : "ai";
            default -> sound;
        };
    }

    /** The vowel that a bare consonant has is silent at the end, and before the last syllable. */
    private static boolean keepsInherentVowel(String word, int at, int after) {
        if (after >= word.length()) {
            return false;
        }
        char next = word.charAt(after);
        if (next == '\u094D' || (VOWELS.containsKey(next) && !Character.isLetter(next))) {
            return false;
        }
        boolean nextHasVowel = after + 1 < word.length()
                && CONSONANTS.containsKey(next)
                && VOWELS.containsKey(word.charAt(after + 1))
                && !Character.isLetter(word.charAt(after + 1));
        return at == 0 || !nextHasVowel;
    }
}
