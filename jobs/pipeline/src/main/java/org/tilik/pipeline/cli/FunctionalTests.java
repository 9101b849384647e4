// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tilik.classify.evaluate.Evaluation;
import org.tilik.classify.train.ConstructionGrammar;
import org.tilik.classify.train.ConstructionKind;
import org.tilik.pipeline.study.RunError;

/** Sentences of functional tests, the same in every evaluation. */
final class FunctionalTests {
    /** Seed of the sentences and of intervals. */
    static final long SEED = 20190315;

    /** Samples behind each interval. */
    static final int RESAMPLES = 1000;

    private static final int SENTENCES_PER_KIND = 60;

    private FunctionalTests() {}

    /** Adds sentences of each kind in each language of this folder, by language and by kind. */
    static void addTo(Evaluation evaluation, Path folder) throws IOException {
        List<Path> grammars;
        try (Stream<Path> files = Files.list(folder)) {
            grammars = files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        if (grammars.isEmpty()) {
            throw RunError.study("There are no functional tests (<language>.txt) in " + folder + ".");
        }
        for (Path path : grammars) {
            ConstructionGrammar grammar = read(path);
            SplittableRandom random = new SplittableRandom(SEED);
            for (ConstructionKind kind : grammar.kinds()) {
                Map<String, String> memberOf = Map.of("language", grammar.language(), "kind", kind.name());
                for (int i = 0; i < SENTENCES_PER_KIND; i++) {
                    evaluation.add(grammar.draw(kind, random), memberOf);
                }
            }
        }
    }

    private static ConstructionGrammar read(Path path) throws IOException {
        try {
            return ConstructionGrammar.read(path);
        } catch (IllegalArgumentException e) {
            throw RunError.study(path.getParent() + ": " + e.getMessage(), e);
        }
    }
}
