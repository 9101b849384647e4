// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.SplittableRandom;

/** A run of words of a text, most often a short one, as posts are. */
final class Excerpt {
    private Excerpt() {}

    static String of(String text, SplittableRandom random) {
        String[] words = text.split(" ", -1);
        if (words.length < 3 || random.nextInt(100) < 30) {
            return text;
        }
        int most = random.nextInt(100) < 50 ? 5 : 16;
        int number = Math.min(words.length, 1 + random.nextInt(most));
        int from = random.nextInt(words.length - number + 1);
        return join(words, from, number);
    }

    static String join(String[] words, int from, int number) {
        StringBuilder excerpt = new StringBuilder();
        for (int i = from; i < from + number; i++) {
            excerpt.append(words[i]).append(' ');
        }
        return excerpt.toString();
    }
}
