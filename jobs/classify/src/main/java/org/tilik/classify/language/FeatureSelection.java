// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Chooses the n-grams of a model: for each language those by which it differs most from the average of all languages,
 * and for each pair of languages that are easily confused those by which the two differ.
 */
final class FeatureSelection {
    /** Languages that are easily taken for one another. */
    private static final List<List<String>> CLOSE = List.of(
            List.of("id", "ms"),
            List.of("id", "ms", "jv", "su", "min", "ban", "bjn", "tl", "ace", "mad"),
            List.of("min", "bjn", "ms", "nij"),
            List.of("es", "pt", "gl", "ca", "it"),
            List.of("da", "nb", "sv"),
            List.of("cs", "sk"),
            List.of("hr", "sr", "sl"),
            List.of("nl", "af", "de"),
            List.of("tl", "ceb"),
            List.of("tr", "az"),
            List.of("hi", "ur", "en"),
            List.of("rw", "sw", "zu"),
            List.of("ru", "uk", "be", "bg", "mk", "sr"),
            List.of("kk", "ky", "tt", "mn", "tg"),
            List.of("ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ms"),
            List.of("hi", "mr", "ne"));

    private static final double SMOOTHING = 6;

    private final List<String> languages;
    private final List<Map<Integer, Integer>> counts = new ArrayList<>();

    private FeatureSelection(List<String> languages) {
        this.languages = languages;
    }

    /** Hashes of at most {@code limit} n-grams, by {@code draws} texts of each language. */
    static int[] choose(
            TrainingTexts texts,
            WritingSystem system,
            List<String> languages,
            int limit,
            int draws,
            SplittableRandom random) {
        FeatureSelection selection = new FeatureSelection(languages);
        for (String language : languages) {
            selection.counts.add(count(texts, language, system, draws, random));
        }
        return selection.choose(limit);
    }

    private static Map<Integer, Integer> count(
            TrainingTexts texts, String language, WritingSystem system, int draws, SplittableRandom random) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            Ngrams ngrams = Ngrams.of(Words.of(texts.draw(language, system, random)), system);
            int[] hashes = new int[ngrams.count()];
            for (int j = 0; j < hashes.length; j++) {
                hashes[j] = ngrams.hash(j);
            }
            Arrays.sort(hashes);
            for (int j = 0; j < hashes.length; j++) {
                if (j == 0 || hashes[j] != hashes[j - 1]) {
                    counts.merge(hashes[j], 1, Integer::sum);
                }
            }
        }
        counts.values().removeIf(count -> count < 3);
        return counts;
    }

    private int[] choose(int limit) {
        Map<Integer, Integer> sums = new HashMap<>();
        for (Map<Integer, Integer> of : counts) {
            of.forEach((hash, count) -> sums.merge(hash, count, Integer::sum));
        }
        int each = (int) (limit * 0.62 / languages.size());
        Set<Integer> chosen = new TreeSet<>();
        for (Map<Integer, Integer> of : counts) {
            addBest(of, each, hash -> gain(of.get(hash), (double) sums.get(hash) / counts.size()), chosen);
        }
        addClose(limit, chosen);
        int[] hashes = chosen.stream().mapToInt(Integer::intValue).limit(limit).toArray();
        return hashes;
    }

    private void addClose(int limit, Set<Integer> chosen) {
        for (int share = 200; chosen.size() < limit && share < 20_000; share = share * 5 / 4) {
            for (List<String> group : CLOSE) {
                for (String one : group) {
                    for (String other : group) {
                        if (!one.equals(other) && languages.contains(one) && languages.contains(other)) {
                            Map<Integer, Integer> of = counts.get(languages.indexOf(one));
                            Map<Integer, Integer> rival = counts.get(languages.indexOf(other));
                            int number = group.size() == 2 ? share * 4 : share;
                            addBest(of, number, hash -> gain(of.get(hash), rival.getOrDefault(hash, 0)), chosen);
                            if (chosen.size() >= limit) {
                                return;
                            }
                        }
                    }
                }
            }
        }
    }

    private static double gain(double here, double there) {
        return here * Math.log((here + SMOOTHING) / (there + SMOOTHING));
    }

    private static void addBest(
            Map<Integer, Integer> of,
            int number,
            java.util.function.ToDoubleFunction<Integer> gain,
            Set<Integer> chosen) {
        record Ranked(int hash, double gain) {}
        of.keySet().stream()
                .map(hash -> new Ranked(hash, gain.applyAsDouble(hash)))
                .sorted((a, b) ->
                        a.gain() != b.gain() ? Double.compare(b.gain(), a.gain()) : Integer.compare(a.hash(), b.hash()))
                .limit(number)
                .forEach(ranked -> chosen.add(ranked.hash()));
    }
}
