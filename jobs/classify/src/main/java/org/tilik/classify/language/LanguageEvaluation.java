// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures {@link NgramLanguages} on the odd lines of held-out texts and prints what {@code README.md} states. Arguments:
 * the folder of held-out texts ({@code source/language.txt}) and, if not the standard ones, a weights file.
 */
public final class LanguageEvaluation {
    private static final int[] LENGTHS = {20, 40, 80, 160, Integer.MAX_VALUE};

    private final NgramLanguages identifier;
    private final Map<String, Map<String, Integer>> answers = new TreeMap<>();
    private final int[][] byLength = new int[LENGTHS.length][3];
    private final int[][] byConfidence = new int[11][2];
    private final double[] confidences = new double[11];

    private LanguageEvaluation(NgramLanguages identifier) {
        this.identifier = identifier;
    }

    /** Prints accuracy by source and language, by length and by stated confidence. */
    public static void main(String[] args) throws IOException {
        LanguageEvaluation evaluation = new LanguageEvaluation(
                args.length > 1 ? read(Path.of(args[1])) : (NgramLanguages) NgramLanguages.standard());
        for (Path file : TrainingTexts.files(Path.of(args[0]))) {
            evaluation.measure(file);
        }
        evaluation.print();
    }

    private static NgramLanguages read(Path weights) throws IOException {
        try (InputStream in = Files.newInputStream(weights)) {
            return new NgramLanguages(ModelFile.read(in));
        }
    }

    private void measure(Path file) throws IOException {
        String name = file.getFileName().toString();
        String language = name.substring(0, name.indexOf('.'));
        String source = file.getParent().getFileName().toString();
        if (!identifier.languages().contains(language)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        Map<String, Integer> of = answers.computeIfAbsent(source + " " + language, key -> new TreeMap<>());
        for (int i = 1; i < lines.size(); i += 2) {
            LanguageGuess guess = identifier.identify(lines.get(i));
            of.merge(guess.language(), 1, Integer::sum);
            note(lines.get(i).length(), guess, guess.language().equals(language));
        }
    }

    private void note(int length, LanguageGuess guess, boolean right) {
        int at = 0;
        while (length > LENGTHS[at]) {
            at++;
        }
        byLength[at][0]++;
        if (right) {
            byLength[at][1]++;
        }
        if (guess.confidence() == 0) {
            byLength[at][2]++;
            return;
        }
        int tenth = (int) (guess.confidence() * 10);
        byConfidence[tenth][0]++;
        confidences[tenth] += guess.confidence();
        if (right) {
            byConfidence[tenth][1]++;
        }
    }

    private void print() {
        for (Map.Entry<String, Map<String, Integer>> entry : answers.entrySet()) {
            String language = entry.getKey().substring(entry.getKey().indexOf(' ') + 1);
            Map<String, Integer> of = entry.getValue();
            int total = of.values().stream().mapToInt(Integer::intValue).sum();
            List<Map.Entry<String, Integer>> wrong = new ArrayList<>(of.entrySet());
            wrong.removeIf(answer -> answer.getKey().equals(language));
            wrong.sort((a, b) -> b.getValue() - a.getValue());
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %6d  %6.2f %%  wrong: %s%n",
                    entry.getKey(),
                    total,
                    100.0 * of.getOrDefault(language, 0) / Math.max(1, total),
                    wrong.subList(0, Math.min(6, wrong.size())));
        }
        for (int i = 0; i < LENGTHS.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "length <= %d: %d texts, right %.2f %%, undetermined %.2f %%%n",
                    LENGTHS[i],
                    byLength[i][0],
                    100.0 * byLength[i][1] / Math.max(1, byLength[i][0]),
                    100.0 * byLength[i][2] / Math.max(1, byLength[i][0]));
        }
        for (int i = 0; i < byConfidence.length; i++) {
            if (byConfidence[i][0] > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "stated %.3f: %d texts, right %.3f%n",
                        confidences[i] / byConfidence[i][0],
                        byConfidence[i][0],
                        (double) byConfidence[i][1] / byConfidence[i][0]);
            }
        }
    }
}
