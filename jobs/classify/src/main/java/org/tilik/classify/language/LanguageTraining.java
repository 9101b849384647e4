// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains the weights of {@link NgramLanguages}; by hand, the same input gives the same file. Arguments: the folder of
 * training texts, the folder of held-out texts (their even lines calibrate, their odd lines stay for evaluation), the
 * weights file to write. Both folders hold {@code source/language.txt}; {@code README.md} lists the sources.
 */
public final class LanguageTraining {
    private static final long SEED = 20261126;
    private static final int LEAST_TEXTS = 400;
    private static final int PASSES = 10;

    private static final List<WritingSystem> MODELLED = List.of(
            WritingSystem.LATIN,
            WritingSystem.CYRILLIC,
            WritingSystem.ARABIC,
            WritingSystem.DEVANAGARI,
            WritingSystem.BENGALI,
            WritingSystem.ETHIOPIC,
            WritingSystem.HEBREW);

    /** Languages of the Malay kind, which take a closer look. */
    private static final List<String> MALAYIC =
            List.of("id", "ms", "jv", "su", "min", "ban", "bjn", "nij", "ace", "mad", "bbc", "bug");

    /** Similar languages stand together, so that blocks of eight can be dropped together; others follow. */
    private static final List<String> ORDER =
            List.of(("id ms jv su min ban bjn nij ace mad bbc bug tl ceb mg sw en nl af de da nb sv is "
                            + "es pt gl ca it fr ro ht pl cs sk hr sr sl sq hu tr az uz ku fi et lt lv "
                            + "hi ur so ha yo ig rw zu vi cy ga eu mt eo")
                    .split(" ", -1));

    private final TrainingTexts texts;

    private LanguageTraining(TrainingTexts texts) {
        this.texts = texts;
    }

    /** Trains and writes the weights. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("expected: training folder, held-out folder, weights file");
        }
        LanguageTraining training = new LanguageTraining(TrainingTexts.read(Path.of(args[0])));
        List<ModelFile.Part> parts = new ArrayList<>();
        for (WritingSystem system : MODELLED) {
            parts.add(training.train(system));
        }
        parts.add(training.trainCloser());
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            ModelFile.write(LanguageCalibration.of(parts, Path.of(args[1])), out);
        }
    }

    private ModelFile.Part train(WritingSystem system) {
        List<String> languages = languages(system);
        int limit = system == WritingSystem.LATIN ? 65_000 : Math.min(45_000, 4_000 * languages.size());
        int draws = system == WritingSystem.LATIN ? 6_000 : 16_000;
        return train(system, false, languages, limit, 2_500, draws);
    }

    private ModelFile.Part trainCloser() {
        return train(WritingSystem.LATIN, true, MALAYIC, 65_000, 10_000, 40_000);
    }

    private ModelFile.Part train(
            WritingSystem system, boolean closer, List<String> languages, int limit, int chosenBy, int draws) {
        SplittableRandom random = new SplittableRandom(SEED + system.index());
        int[] hashes = FeatureSelection.choose(texts, system, languages, limit, chosenBy, random);
        System.out.println(
                system + " " + languages.size() + " languages " + languages + ", " + hashes.length + " n-grams");
        SoftmaxTraining training = new SoftmaxTraining(hashes, languages.size());
        for (int pass = 0; pass < PASSES; pass++) {
            training.pass(texts, system, languages, draws, (float) (PASSES - pass) / PASSES, random);
        }
        return training.part(system, closer, languages);
    }

    private List<String> languages(WritingSystem system) {
        return texts.sources().keySet().stream()
                .filter(language -> texts.count(language, system) >= LEAST_TEXTS)
                .sorted(Comparator.comparingInt(LanguageTraining::rank).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int rank(String language) {
        int at = ORDER.indexOf(language);
        return at < 0 ? ORDER.size() : at;
    }
}
