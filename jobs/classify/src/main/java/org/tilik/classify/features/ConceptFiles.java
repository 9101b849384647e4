// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a lexicon from a folder: {@code concepts.csv} and one {@code <language>.tsv} for each language. */
public final class ConceptFiles {
    private static final String LIST = "concepts.csv";

    private ConceptFiles() {}

    /** The lexicon of this folder; a line that breaks the format is an error that names it. */
    public static ConceptLexicon read(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<String> lines = Files.readAllLines(folder.resolve(LIST));
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", 3);
            if (cells.length < 3 || numbers.putIfAbsent(cells[0], names.size()) != null) {
                throw error(LIST, i, "a new concept, its field and a gloss, separated by commas");
            }
            names.add(cells[0]);
            fields.add(cells[1]);
        }
        List<ConceptForm> forms = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                readForms(file, numbers, forms);
            }
        }
        return new ConceptLexicon(names, fields, forms);
    }

    private static void readForms(Path file, Map<String, Integer> numbers, List<ConceptForm> forms) throws IOException {
        String name = file.getFileName().toString();
        String language = name.substring(0, name.lastIndexOf('.'));
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            Integer concept = numbers.get(cells[0]);
            if (concept == null) {
                throw error(name, i, "a concept of " + LIST);
            }
            for (int c = 1; c < cells.length; c++) {
                if (cells[c].isBlank()) {
                    continue;
                }
                ConceptForm form = ConceptForm.of(language, cells[c], concept);
                if (form.words().length == 0) {
                    throw error(name, i, "a form with letters in place of \"" + cells[c] + "\"");
                }
                forms.add(form);
            }
        }
    }

    private static IllegalArgumentException error(String file, int line, String expected) {
        return new IllegalArgumentException(file + ", line " + (line + 1) + ": expected " + expected + ".");
    }
}
