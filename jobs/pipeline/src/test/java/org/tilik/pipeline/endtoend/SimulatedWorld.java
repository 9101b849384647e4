// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.model.Pseudonymiser;

/**
 * A written world: dumps, lists, studies and key in a folder, and what is true of them.
 *
 * @param folder where the files lie
 * @param truth what a correct run finds
 */
record SimulatedWorld(Path folder, RecordedTruth truth) {

    static SimulatedWorld write(Path folder, WorldSettings settings) throws IOException {
        RecordedTruth truth = new RecordedTruth();
        new World(settings).writeTo(folder, truth);
        return new SimulatedWorld(folder, truth);
    }

    /** The study of all items as the generator wrote it. */
    String study() {
        return folder.resolve("study.yaml").toString();
    }

    /** A copy of that study with another text; path of the copy. */
    String study(String name, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(folder.resolve("study.yaml"));
        return Files.writeString(folder.resolve(name), change.apply(text)).toString();
    }

    /** The pseudonyms of this world's key, which is the key file without its newline. */
    Pseudonymiser pseudonymiser() throws IOException {
        byte[] key = Files.readAllBytes(folder.resolve("study.key"));
        return new Pseudonymiser(Arrays.copyOf(key, key.length - 1));
    }
}
