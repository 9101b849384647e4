// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes Malay in Jawi, roughly: enough for the letters and common words by which Jawi is told from other languages. */
final class Jawi {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("dan", "دان"),
            Map.entry("yang", "يڠ"),
            Map.entry("dengan", "دڠن"),
            Map.entry("dalam", "دالم"),
            Map.entry("pada", "ڤد"),
            Map.entry("kepada", "كڤد"),
            Map.entry("daripada", "درڤد"),
            Map.entry("untuk", "اونتوق"),
            Map.entry("tidak", "تيدق"),
            Map.entry("itu", "ايت"),
            Map.entry("ini", "اين"),
            Map.entry("ada", "اد"),
            Map.entry("adalah", "اداله"),
            Map.entry("telah", "تله"),
            Map.entry("akan", "اکن"),
            Map.entry("mereka", "مريک"),
            Map.entry("saya", "ساي"),
            Map.entry("kita", "کيت"),
            Map.entry("boleh", "بوليه"),
            Map.entry("orang", "اورڠ"),
            Map.entry("negara", "نݢارا"),
            Map.entry("negeri", "نݢري"),
            Map.entry("allah", "الله"),
            Map.entry("malaysia", "مليسيا"),
            Map.entry("melayu", "ملايو"));
    private static final Map<String, String> SOUNDS = new LinkedHashMap<>();

    static {
        String[] pairs = {
            "ng", "ڠ", "ny", "ڽ", "sy", "ش", "kh", "خ", "gh", "غ", "b", "ب", "c", "چ", "d", "د", "f", "ف", "g", "ݢ",
            "h", "ه", "j", "ج", "k", "ک", "l", "ل", "m", "م", "n", "ن", "p", "ڤ", "q", "ق", "r", "ر", "s", "س", "t",
            "ت", "v", "ۏ", "w", "و", "x", "کس", "y", "ي", "z", "ز", "i", "ي", "u", "و", "o", "و"
        };
        for (int i = 0; i < pairs.length; i += 2) {
            SOUNDS.put(pairs[i], pairs[i + 1]);
        }
    }

    private Jawi() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            if (!word.isEmpty()) {
                out.append(WORDS.containsKey(word) ? WORDS.get(word) : letters(word))
                        .append(' ');
            }
        }
        return out.toString();
    }

    private static String letters(String word) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i);
            if (c == 'a' || c == 'e') {
                appendOpenVowel(word, i, out);
                i++;
                continue;
            }
            if (i == 0 && "iou".indexOf(c) >= 0) {
                out.append('ا');
            }
            String two = i + 1 < word.length() ? word.substring(i, i + 2) : "";
            boolean digraph = SOUNDS.containsKey(two);
            boolean finalK = c == 'k' && i == word.length() - 1;
            out.append(finalK ? "ق" : SOUNDS.getOrDefault(digraph ? two : String.valueOf(c), ""));
            i += digraph ? 2 : 1;
        }
        return out.toString();
    }

    /** Written in open syllables before the last one, and at the beginning of a word. */
    private static void appendOpenVowel(String word, int at, StringBuilder out) {
        boolean open = at + 2 < word.length() && "aeiou".indexOf(word.charAt(at + 2)) >= 0;
        if (at == 0 || (word.charAt(at) == 'a' && open)) {
            out.append('ا');
        }
    }
}
