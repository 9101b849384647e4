// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Writes sentences the way people misspell them, by accident or to hide words. */
final class SpellingNoise {
    private static final int FEWEST_LETTERS = 4;

    private SpellingNoise() {}

    /** The sentence with one or two of its longer words written in another way; at times the whole in capitals or small. */
    static String apply(String sentence, RandomGenerator random) {
        List<String> words = new ArrayList<>(List.of(sentence.split(" ", -1)));
        int changes = 1 + random.nextInt(2);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(words.size());
            for (int attempt = 0; attempt < words.size() && isShort(words.get(at)); attempt++) {
                at = (at + 1) % words.size();
            }
            if (!isShort(words.get(at))) {
                change(words, at, random);
            }
        }
        String noisy = String.join(" ", words);
        return switch (random.nextInt(6)) {
            case 0 -> noisy.toUpperCase(Locale.ROOT);
            case 1 -> noisy.toLowerCase(Locale.ROOT);
            default -> noisy;
        };
    }

    private static boolean isShort(String word) {
        return word.codePointCount(0, word.length()) < FEWEST_LETTERS
                || word.startsWith("@")
                || word.startsWith("http");
    }

    private static void change(List<String> words, int at, RandomGenerator random) {
        String word = words.get(at);
        int place = 1 + random.nextInt(word.length() - 2);
        String changed = switch (random.nextInt(8)) {
            case 0 -> word.substring(0, place) + word.substring(place + 1);
            case 1 ->
                word.substring(0, place) + word.charAt(place + 1) + word.charAt(place) + word.substring(place + 2);
            case 2 -> word.substring(0, place) + word.charAt(place) + word.substring(place);
            case 3 -> word.substring(0, place) + "*" + word.substring(place + 1);
            case 4 -> String.join(random.nextBoolean() ? "." : " ", word.split("", -1));
            case 5 -> word.substring(0, place) + " " + word.substring(place);
            case 6 -> leet(word);
            default -> at + 1 < words.size() ? word + words.remove(at + 1) : word;
        };
        words.set(at, isWhole(changed) ? changed : word);
    }

    /** Whether no pair of surrogates was torn. */
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    private static String leet(String word) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            written.append(
                    i == 0
                            ? c
                            : switch (c) {
                                case 'a' -> '4';
                                case 'e' -> '3';
                                case 'i' -> '1';
                                case 'o' -> '0';
                                case 's' -> '5';
                                case 't' -> '7';
                                default -> c;
                            });
        }
        return written.toString();
    }
}
