// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses between two languages at the point where both are right equally often on the even lines of held-out sources,
 * each source counting the same.
 */
final class LanguageBalance {
    private static final double STEP = 0.1;
    private static final int STEPS = 80;

    private static final int LEAST_LINES = 50;

    /** Single words say little of the balance between sentences. */
    private static final int LEAST_LETTERS = 20;

    private final ModelFile.Part part;
    private final NgramModel model;
    private final List<String> pair;

    /** For either language, for each source, by how much the right language leads. */
    private final List<List<double[]>> leads = List.of(new ArrayList<>(), new ArrayList<>());

    LanguageBalance(ModelFile.Part part, String first, String second) {
        this.part = part;
        this.model = part.model();
        this.pair = List.of(first, second);
    }

    void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        int side = pair.indexOf(name.substring(0, name.indexOf('.')));
        if (side < 0) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < LEAST_LINES) {
            return;
        }
        List<Double> of = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            Words words = Words.of(lines.get(i));
            boolean sentence = words.main() == part.system() && words.letters(part.system()) >= LEAST_LETTERS;
            Scores scores = sentence ? model.score(Ngrams.of(words, part.system()), 0) : null;
            if (scores != null) {
                of.add((double) value(scores, side) - value(scores, 1 - side));
            }
        }
        if (of.size() * 4 < lines.size()) {
            return;
        }
        leads.get(side).add(of.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private float value(Scores scores, int side) {
        return scores.values()[part.languages().indexOf(pair.get(side))];
    }

    /** The same weights with another bias of the second language. */
    ModelFile.Part balanced() {
        double best = 0;
        for (int i = -STEPS; i <= STEPS; i++) {
            if (unfairness(i * STEP) < unfairness(best)) {
                best = i * STEP;
            }
        }
        System.out.println("bias of " + pair.get(1) + " against " + pair.get(0) + " moved by " + best);
        float[] biases = part.biases().clone();
        biases[part.languages().indexOf(pair.get(1))] += (float) best;
        return part.with(biases);
    }

    private double unfairness(double shift) {
        return Math.abs(share(leads.get(0), -shift) - share(leads.get(1), shift));
    }

    private static double share(List<double[]> sources, double shift) {
        double sum = 0;
        for (double[] of : sources) {
            int right = 0;
            for (double lead : of) {
                right += lead + shift > 0 ? 1 : 0;
            }
            sum += (double) right / of.length;
        }
        return sources.isEmpty() ? 0 : sum / sources.size();
    }
}
