// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tilik.export.Digest;
import org.tilik.export.RunRecord;

/** Where a number comes from, in words: study, run, row, program, inputs and model. */
final class SourceText {
    private static final int NAMED_INPUTS = 4;
    private static final int DIGITS = 12;

    private SourceText() {}

    /**
     * The sentences.
     *
     * @param run what made the number
     * @param rowId its row
     * @param rowRun run that the row names
     * @param modelId classifier on which it depends; null where on none
     * @param correction how the classifier's error was treated; null where nothing is said
     */
    static String of(RunRecord run, String rowId, String rowRun, String modelId, String correction) {
        StringBuilder text = new StringBuilder(run.title());
        text.append(" (study ").append(run.study()).append("), run ").append(rowRun);
        text.append(", row ").append(rowId).append(", made by Tilik ").append(run.toolVersion());
        text.append(" from ").append(inputs(run)).append(". ").append(error(modelId, correction));
        return text.toString();
    }

    private static String inputs(RunRecord run) {
        List<RunRecord.Input> inputs = run.inputs();
        if (inputs.isEmpty()) {
            return "no inputs that run.json names";
        }
        if (inputs.size() > NAMED_INPUTS) {
            StringBuilder list = new StringBuilder();
            inputs.forEach(input -> list.append(input.sha256().orElse("not read to its end"))
                    .append("  ")
                    .append(input.name())
                    .append('\n'));
            return String.format(
                    Locale.ROOT,
                    "%,d inputs (named with their SHA-256 in run.json; SHA-256 of that list of lines \"digest  name\": %s…)",
                    inputs.size(),
                    digest(list.toString()).substring(0, DIGITS));
        }
        List<String> named = new ArrayList<>();
        for (RunRecord.Input input : inputs) {
            named.add(input.name().substring(input.name().lastIndexOf('/') + 1) + " ("
                    + input.sha256()
                            .map(sha256 -> "SHA-256 " + sha256.substring(0, Math.min(DIGITS, sha256.length())) + "…")
                            .orElse("not read to its end")
                    + ")");
        }
        return String.join(", ", named);
    }

    private static String error(String modelId, String correction) {
        if (modelId == null) {
            return "The number does not depend on a text classifier.";
        }
        return "Depends on the text classifier " + modelId
                + ", whose error by language is stated in its model card"
                + " (datasets/models of Tilik, MODEL_CARD.md); correction for its error: "
                + (correction == null ? "none" : correction) + ".";
    }

    private static String digest(String text) {
        try {
            return Digest.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
