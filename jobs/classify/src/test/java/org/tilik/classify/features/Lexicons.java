// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tilik.classify.normalise.NormalText;
import org.tilik.classify.normalise.TextNormaliser;

/** Small lexicons for tests. */
final class Lexicons {
    private Lexicons() {}

    /** A lexicon of lines {@code language CONCEPT form}; concepts by first mention, each in the field of its first letter. */
    static ConceptLexicon of(String... lines) {
        List<String> names = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<ConceptForm> forms = new ArrayList<>();
        for (String line : lines) {
            String[] cells = line.split(" ", 3);
            if (!names.contains(cells[1])) {
                names.add(cells[1]);
                fields.add(cells[1].substring(0, 1));
            }
            forms.add(ConceptForm.of(cells[0], cells[2], names.indexOf(cells[1])));
        }
        return new ConceptLexicon(names, fields, forms);
    }

    /** What is found in a text, each as {@code CONCEPT@token}, in order of its finding. */
    static List<String> found(ConceptLexicon lexicon, String text, String language) {
        NormalText normal = TextNormaliser.normalise(text);
        Concepts concepts = lexicon.find(normal, language);
        return IntStream.range(0, concepts.size())
                .mapToObj(i -> lexicon.names().get(concepts.concept(i)) + "@" + concepts.token(i))
                .toList();
    }

    /** The same without tokens and order. */
    static Set<String> concepts(ConceptLexicon lexicon, String text, String language) {
        Set<String> names = new TreeSet<>();
        found(lexicon, text, language).forEach(each -> names.add(each.substring(0, each.indexOf('@'))));
        return names;
    }
}
