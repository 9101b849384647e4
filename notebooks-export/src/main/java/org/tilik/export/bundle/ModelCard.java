// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.datasets.Schemas;
import org.tilik.export.Digest;

/** The card of a model, which states its error, where the model is one that comes with the program. */
public final class ModelCard {
    /** Name of the model and the first digits of the SHA-256 of its weights. */
    private static final Pattern MODEL_ID = Pattern.compile("([a-z][a-z0-9_]*)-([0-9a-f]{8})");

    private ModelCard() {}

    /** The card in Markdown; empty for a model of the user's own, or one of another version. */
    public static Optional<String> of(String modelId) throws IOException {
        Matcher id = MODEL_ID.matcher(modelId);
        if (!id.matches()) {
            return Optional.empty();
        }
        String folder = "/models/" + id.group(1) + "/";
        try (InputStream weights = Schemas.class.getResourceAsStream(folder + "model.bin");
                InputStream card = Schemas.class.getResourceAsStream(folder + "MODEL_CARD.md")) {
            if (weights == null || card == null || !Digest.of(weights).startsWith(id.group(2))) {
                return Optional.empty();
            }
            return Optional.of(new String(card.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
