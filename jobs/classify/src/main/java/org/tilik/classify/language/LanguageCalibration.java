// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fits the stated confidence of trained weights to the even lines of held-out texts, in full and cut short. Arguments: a
 * weights file, the folder of held-out texts ({@code source/language.txt}), the weights file to write.
 */
public final class LanguageCalibration {
    private static final long SEED = 20261126;

    /** About how many texts one file gives, so that no source outweighs the others. */
    private static final int OF_EACH_FILE = 300;

    private final NgramLanguages identifier;
    private final List<NgramModel> models;
    private final List<CalibrationTraining> calibrations = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    private LanguageCalibration(List<NgramModel> models) {
        this.models = models;
        this.identifier = new NgramLanguages(models);
        models.forEach(model -> calibrations.add(new CalibrationTraining()));
    }

    /** Reads weights, fits their confidence again and writes them. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("expected: weights file, held-out folder, weights file to write");
        }
        List<ModelFile.Part> parts;
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            parts = ModelFile.parts(in);
        }
        List<ModelFile.Part> calibrated = of(parts, Path.of(args[1]));
        try (OutputStream out = Files.newOutputStream(Path.of(args[2]))) {
            ModelFile.write(calibrated, out);
        }
    }

    static List<ModelFile.Part> of(List<ModelFile.Part> parts, Path heldOut) throws IOException {
        List<ModelFile.Part> balanced = balanced(parts, heldOut);
        LanguageCalibration calibration = new LanguageCalibration(
                balanced.stream().map(ModelFile.Part::model).toList());
        for (Path file : TrainingTexts.files(heldOut)) {
            calibration.read(file);
        }
        List<ModelFile.Part> calibrated = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CalibrationTraining of = calibration.calibrations.get(i);
            System.out.println(parts.get(i).system() + " calibrated by " + of.size() + " held-out texts");
            calibrated.add(balanced.get(i).with(of.fit()));
        }
        return calibrated;
    }

    /** Moves the bias of Malay so that Indonesian and Malay are right equally often. */
    private static List<ModelFile.Part> balanced(List<ModelFile.Part> parts, Path heldOut) throws IOException {
        List<ModelFile.Part> balanced = new ArrayList<>(parts);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).closer()) {
                LanguageBalance balance = new LanguageBalance(parts.get(i), "id", "ms");
                for (Path file : TrainingTexts.files(heldOut)) {
                    balance.read(file);
                }
                balanced.set(i, balance.balanced());
            }
        }
        return balanced;
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String language = name.substring(0, name.indexOf('.'));
        if (!identifier.languages().contains(language)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        int step = Math.max(2, lines.size() / OF_EACH_FILE * 2);
        for (int i = 0; i < lines.size(); i += step) {
            add(lines.get(i), language);
            add(Excerpt.of(lines.get(i), random), language);
        }
    }

    private void add(String text, String language) {
        NgramLanguages.Verdict verdict = identifier.judge(Words.of(text));
        if (verdict != null) {
            String answer = verdict.model().languages().get(verdict.scores().best());
            calibrations.get(models.indexOf(verdict.model())).add(verdict.scores(), answer.equals(language));
        }
    }
}
