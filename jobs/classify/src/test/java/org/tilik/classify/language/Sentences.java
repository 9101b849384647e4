// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The invented sentences of {@code sentences.tsv}. */
final class Sentences {
    private static final List<Sentence> ALL = read();

    private Sentences() {}

    record Sentence(String language, String genre, String text) {
        boolean isSentence() {
            return !List.of("short", "noise", "mixed", "romanised", "jawi").contains(genre);
        }
    }

    static List<Sentence> all() {
        return ALL;
    }

    private static List<Sentence> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.split("\t", 3))
                    .map(cells -> new Sentence(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
