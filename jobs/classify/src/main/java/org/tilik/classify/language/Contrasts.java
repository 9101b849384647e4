// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What tells Indonesian and Malay apart: words of {@code indonesian-malay.tsv}, sentences of
 * {@code indonesian-malay-sentences.tsv}.
 */
final class Contrasts {
    private static final String TABLE = "indonesian-malay.tsv";
    private static final String SENTENCES = "indonesian-malay-sentences.tsv";

    private Contrasts() {}

    /** Lines of one language; words, which the other does not use, have a count of 1. */
    record Side(String language, List<String> lines) {}

    /** Sentences of either language. */
    static List<Side> sentences() throws IOException {
        List<String[]> rows = TrainingTable.rows(SENTENCES, 2);
        return List.of(
                new Side("id", rows.stream().map(row -> row[0]).toList()),
                new Side("ms", rows.stream().map(row -> row[1]).toList()));
    }

    static List<Side> words() throws IOException {
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
