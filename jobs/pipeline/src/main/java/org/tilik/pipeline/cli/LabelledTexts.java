// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tilik.classify.train.LabelledFile;
import org.tilik.pipeline.study.RunError;

/** Labelled texts that a user names; whoever gave the file can mend it, so that its errors are told as they are. */
final class LabelledTexts {
    private LabelledTexts() {}

    static List<LabelledFile.Row> read(Path file) {
        try {
            return LabelledFile.read(file);
        } catch (IOException e) {
            throw RunError.study("Labelled texts cannot be read: " + e.getMessage(), e);
        }
    }
}
