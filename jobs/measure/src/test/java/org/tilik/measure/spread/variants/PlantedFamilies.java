// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts of invented words in families that are known: each begins with a text of its own, and its variants are edits of that
 * one, word by word, until they are as similar to it as wanted.
 *
 * @param texts all texts, families one after the other, the first of a family being what the others are edits of
 * @param families the family of each text
 */
record PlantedFamilies(List<String> texts, int[] families) {
    private static final int VOCABULARY = 5_000;

    /**
     * Families of texts of 15 to 120 words.
     *
     * @param variants of each family, beside its first text
     * @param similarity of each variant to the first text of its family, as near as whole words allow
     */
    static PlantedFamilies of(int families, int variants, double similarity, Random random) {
        List<String> texts = new ArrayList<>();
        for (int family = 0; family < families; family++) {
            List<String> first = words(15 + random.nextInt(106), random);
            add(first, variants, similarity, random, texts);
        }
        return new PlantedFamilies(texts, numbered(families, variants + 1));
    }

    /**
     * The same, but families come in twos: the second one's first text is an edit of the first one's.
     *
     * @param apart similarity of the first texts of such two
     */
    static PlantedFamilies inTwos(int twos, int variants, double similarity, double apart, Random random) {
        List<String> texts = new ArrayList<>();
        for (int two = 0; two < twos; two++) {
            List<String> first = words(30 + random.nextInt(91), random);
            add(first, variants, similarity, random, texts);
            add(edited(first, apart, true, random), variants, similarity, random, texts);
        }
        return new PlantedFamilies(texts, numbered(2 * twos, variants + 1));
    }

    private static void add(List<String> first, int variants, double similarity, Random random, List<String> texts) {
        texts.add(String.join(" ", first));
        for (int variant = 0; variant < variants; variant++) {
            texts.add(String.join(" ", edited(first, similarity, false, random)));
        }
    }

    /** An edit: words are replaced, left out or put in at random places, and at the end. */
    private static List<String> edited(List<String> first, double similarity, boolean atMost, Random random) {
        int[] original = Shingles.of(String.join(" ", first));
        List<String> words = new ArrayList<>(first);
        List<String> before = words;
        double now = 1;
        double earlier = 1;
        while (now > similarity) {
            before = words;
            earlier = now;
            words = editedOnce(words, random);
            now = Shingles.similarity(original, Shingles.of(String.join(" ", words)));
        }
        return atMost || similarity - now <= earlier - similarity ? words : before;
    }

    private static List<String> editedOnce(List<String> words, Random random) {
        List<String> edited = new ArrayList<>(words);
        String word = word(random);
        int place = random.nextInt(edited.size());
        switch (random.nextInt(4)) {
            case 0 -> edited.set(place, word);
            case 1 -> edited.add(place, word);
            case 2 -> edited.remove(place);
            default -> edited.add(word);
        }
        return edited;
    }

    private static List<String> words(int count, Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(word(random));
        }
        return words;
    }

    private static String word(Random random) {
        return "w" + random.nextInt(VOCABULARY);
    }

    private static int[] numbered(int families, int size) {
        int[] numbers = new int[families * size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i / size;
        }
        return numbers;
    }
}
