// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Words of Indonesian and of Malay that tell the two apart, from {@code indonesian-malay.tsv}. */
final class Contrasts {
    private static final String TABLE = "indonesian-malay.tsv";

    private Contrasts() {}

    /** The words of one language, each with a count of 1, which the other does not use. */
    record Side(String language, List<String> words) {}

    static List<Side> read() throws IOException {
        Set<String> indonesian = new LinkedHashSet<>();
        Set<String> malay = new LinkedHashSet<>();
        for (String[] row : TrainingTable.rows(TABLE, 2)) {
            add(row[0], indonesian);
            add(row[1], malay);
        }
        return List.of(side("id", indonesian, malay), side("ms", malay, indonesian));
    }

    private static void add(String cell, Set<String> words) {
        for (String word : cell.split("/", -1)) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
    }

    private static Side side(String language, Set<String> words, Set<String> others) {
        List<String> lines = new ArrayList<>();
        for (String word : words) {
            if (!others.contains(word)) {
                lines.add(word + " 1");
            }
        }
        return new Side(language, lines);
    }
}
