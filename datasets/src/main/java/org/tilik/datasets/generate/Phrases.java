// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences about fictional groups in one language, filled from the section lists of {@code phrases/<code>.txt}. */
final class Phrases {
    private final Map<String, List<String>> sections;

    private Phrases(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    static Map<Language, Phrases> all() {
        Map<Language, Phrases> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, read("phrases/" + language.code() + ".txt"));
        }
        return all;
    }

    private static Phrases read(String resource) {
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The phrase list " + resource + " is missing beside " + Phrases.class);
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> sections = new LinkedHashMap<>();
            List<String> current = List.of();
            for (String line : all.lines().toList()) {
                if (line.startsWith("[")) {
                    current = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), current);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line);
                }
            }
            return new Phrases(sections);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the phrase list " + resource, e);
        }
    }

    /** What one item is about. */
    record Topic(String group, String place) {}

    Topic topic(Draws draws) {
        return new Topic(draws.pick(sections.get("group")), draws.pick(sections.get("place")));
    }

    /** One sentence of this label, as a title would have it. */
    String sentence(Label label, Topic topic, Draws draws) {
        return fill(draws.pick(sections.get(label.id())), topic, draws);
    }

    /** One to five sentences: the label's own, at times with an opening and a closing. */
    String text(Label label, Topic topic, Draws draws) {
        StringBuilder text = new StringBuilder();
        if (draws.happens(0.6)) {
            append(text, fill(draws.pick(sections.get("opening")), topic, draws));
        }
        List<String> own = sections.get(label.id());
        int first = draws.below(own.size());
        append(text, fill(own.get(first), topic, draws));
        int more = draws.below(3);
        for (int i = 1; i <= more; i++) {
            append(text, fill(own.get((first + i * 3) % own.size()), topic, draws));
        }
        if (draws.happens(0.5)) {
            append(text, fill(draws.pick(sections.get("closing")), topic, draws));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String sentence) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        text.append(sentence);
    }

    private String fill(String pattern, Topic topic, Draws draws) {
        String filled = pattern.replace("{group}", topic.group()).replace("{place}", topic.place());
        for (String slot : List.of("event", "day")) {
            String mark = "{" + slot + "}";
            if (filled.contains(mark)) {
                filled = filled.replace(mark, draws.pick(sections.get(slot)));
            }
        }
        if (filled.contains("{n}")) {
            filled = filled.replace("{n}", Integer.toString(3 + draws.below(240)));
        }
        return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }
}
