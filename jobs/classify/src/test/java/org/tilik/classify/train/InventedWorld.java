// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.Targets;
import org.tilik.classify.language.LanguageGuess;
import org.tilik.classify.language.LanguageIdentifier;

/** A world in which one verb decides what a sentence is, in two languages. */
final class InventedWorld {
    static final LanguageIdentifier LANGUAGES = text -> new LanguageGuess(text.contains("orang") ? "id" : "en", 0.9);

    private static final List<String> GROUPS = List.of("Ostrans", "Hillfolk", "Reedmen", "Greyhats");
    private static final List<String> COLD = List.of("avoid", "distrust", "shun");
    private static final List<String> WARM = List.of("greet", "welcome", "thank");
    private static final List<String> COLD_ID = List.of("menjauhi", "mencurigai");
    private static final List<String> WARM_ID = List.of("menyapa", "menyambut");
    private static final List<String> ENDS = List.of("today", "at the market", "in Grey Harbour", "every week", "");

    private InventedWorld() {}

    /** Labelled sentences; every third is for development; offensive is stated in English only, counter never. */
    static List<LabelledFile.Row> rows(int sentences, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledFile.Row> rows = new ArrayList<>();
        for (int i = 0; i < sentences; i++) {
            boolean cold = random.nextBoolean();
            boolean english = random.nextInt(3) > 0;
            String text = english
                    ? "we " + any(cold ? COLD : WARM, random) + " the " + any(GROUPS, random) + " " + any(ENDS, random)
                    : "kami " + any(cold ? COLD_ID : WARM_ID, random) + " orang " + any(GROUPS, random);
            EnumMap<Head, Integer> labels = new EnumMap<>(Map.of(Head.HATEFUL, cold ? 1 : 0));
            if (english) {
                labels.put(Head.OFFENSIVE, cold ? 1 : 0);
            }
            LabelledText labelled = new LabelledText(
                    english ? "sim-english" : "sim-indonesian", english ? "en" : "id", text, new Targets(labels));
            rows.add(new LabelledFile.Row(Tier.P, i % 3 > 0, labelled));
        }
        return rows;
    }

    private static String any(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
