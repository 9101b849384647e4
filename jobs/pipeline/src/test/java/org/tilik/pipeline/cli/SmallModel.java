// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Invented sentences of which a verb says what they are, and a taxonomy of a few words, to train a small model on. */
final class SmallModel {
    private static final String HEADER = "dataset\ttier\tlang\tsplit\thateful\toffensive\tcounter\ttext\n";
    private static final String[] GROUPS = {"Ostrans", "Hillfolk", "Reedmen", "Greyhats", "Lakemen"};
    private static final String[] COLD = {"avoid", "distrust", "shun"};
    private static final String[] WARM = {"greet", "welcome", "thank"};
    private static final String[] ENDS = {"today", "at the market", "in Grey Harbour", "every week"};

    private SmallModel() {}

    /** Writes labelled texts; every third is for development. */
    static Path writeTexts(Path file) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        int number = 0;
        for (String group : GROUPS) {
            for (String end : ENDS) {
                for (int i = 0; i < COLD.length; i++) {
                    rows.append(row(number, "1\t1\t0", "We " + COLD[i] + " the " + group + " " + end));
                    rows.append(row(number++, "0\t0\t", "We " + WARM[i] + " the " + group + " " + end));
                }
            }
        }
        return Files.writeString(file, rows);
    }

    private static String row(int number, String labels, String text) {
        return "sim-verbs\t" + (number % 10 == 9 ? "NC" : "P") + "\ten\t" + (number % 3 == 0 ? "dev" : "train") + "\t"
                + labels + "\t" + text + "\n";
    }

    /** Writes concepts, constructions and everyday sentences. */
    static Path writeTaxonomy(Path folder) throws IOException {
        Path concepts = Files.createDirectories(folder.resolve("concepts"));
        Files.writeString(concepts.resolve("concepts.csv"), "concept,field,gloss\nNOT,negation,denies\n");
        Files.writeString(concepts.resolve("en.tsv"), "NOT\tnot\tdon't\n");
        Path constructions = Files.createDirectories(folder.resolve("constructions"));
        writeGrammar(constructions.resolve("en.txt"));
        writeEverydayGrammar(Files.createDirectories(folder.resolve("everyday")).resolve("en.txt"));
        return folder;
    }

    /** Writes a grammar of sentences for which no head speaks. */
    static Path writeEverydayGrammar(Path file) throws IOException {
        return Files.writeString(file, """
                [greeting hateful=0 offensive=0 counter=0 extremist_support=0]
                good morning from Grey Harbour
                """);
    }

    /** Writes a grammar of three kinds. */
    static Path writeGrammar(Path file) throws IOException {
        return Files.writeString(file, """
                [slot G]
                Amber League
                Reed Circle
                [cold hateful=1]
                we avoid the {G}
                [warm hateful=0]
                we greet the {G}
                [support extremist_support=1]
                I will always follow the {G}
                """);
    }
}
