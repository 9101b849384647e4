// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.tilik.classify.Head;
import org.tilik.classify.LabelledText;
import org.tilik.classify.Targets;

/**
 * Templates of one language from which labelled sentences are drawn; the format is in
 * {@code datasets/taxonomy/constructions/README.md}.
 *
 * @param language language of the sentences, the name of the file
 * @param slots fillers by slot
 * @param kinds kinds in the order of the file
 */
public record ConstructionGrammar(String language, Map<String, List<String>> slots, List<ConstructionKind> kinds) {

    /** Reads {@code <language>.txt}; a line that breaks the format is an error that names it. */
    public static ConstructionGrammar read(Path file) throws IOException {
        String name = file.getFileName().toString();
        return new Reading(name).read(name.substring(0, name.lastIndexOf('.')), Files.readAllLines(file));
    }

    /** A sentence of this kind: a template drawn at random, filled at random, at times with a small first letter. */
    public LabelledText draw(ConstructionKind kind, RandomGenerator random) {
        Template template = kind.templates().get(random.nextInt(kind.templates().size()));
        String sentence = template.draw(slots, random);
        if (random.nextInt(3) > 0 && !sentence.isEmpty()) {
            int first = sentence.codePointAt(0);
            sentence =
                    Character.toString(Character.toTitleCase(first)) + sentence.substring(Character.charCount(first));
        }
        return new LabelledText("construction:" + kind.name(), language, sentence, kind.targets());
    }

    /** One reading of one file. */
    private static final class Reading {
        private static final Pattern SPACES = Pattern.compile("\\s+");

        private final String file;
        private final Map<String, List<String>> slots = new LinkedHashMap<>();
        private final List<ConstructionKind> kinds = new ArrayList<>();
        private final List<List<Template>> templatesByKind = new ArrayList<>();
        private List<String> fillers;
        private List<Template> templates;
        private int line;

        Reading(String file) {
            this.file = file;
        }

        ConstructionGrammar read(String language, List<String> lines) {
            for (String text : lines) {
                line++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    readLine(text.strip());
                }
            }
            check();
            return new ConstructionGrammar(language, Map.copyOf(slots), List.copyOf(kinds));
        }

        private void readLine(String text) {
            if (text.startsWith("[") && text.endsWith("]")) {
                open(text.substring(1, text.length() - 1).strip());
            } else if (fillers != null) {
                fillers.add(filler(text));
            } else if (templates != null) {
                templates.add(template(text));
            } else {
                throw error("a line before the first [section]", "a section first");
            }
        }

        private Template template(String text) {
            try {
                Template template = Template.parse(text);
                template.slots();
                return template;
            } catch (IllegalArgumentException e) {
                throw error(e.getMessage(), "a template such as \"(all |){GROUP} are welcome\"");
            }
        }

        private String filler(String text) {
            try {
                Template.collectSlots(text, new TreeSet<>());
                return text;
            } catch (IllegalArgumentException e) {
                throw error(e.getMessage(), "a filler such as \"people from {PLACE}\"");
            }
        }

        private void open(String head) {
            fillers = null;
            templates = null;
            String[] words = SPACES.split(head, -1);
            if (words[0].equals("slot") && words.length == 2) {
                fillers = slots.computeIfAbsent(words[1], any -> new ArrayList<>());
                return;
            }
            if (words[0].isEmpty() || words[0].equals("slot")) {
                throw error("\"[" + head + "]\"", "[slot NAME], or [kind hateful=0 counter=1]");
            }
            EnumMap<Head, Integer> labels = new EnumMap<>(Head.class);
            for (int i = 1; i < words.length; i++) {
                label(words[i], labels);
            }
            templates = new ArrayList<>();
            kinds.add(new ConstructionKind(words[0], new Targets(labels), List.of()));
            templatesByKind.add(templates);
        }

        private void label(String word, Map<Head, Integer> labels) {
            int equals = word.indexOf('=');
            Head head = equals < 0
                    ? null
                    : Head.byId(word.substring(0, equals).toLowerCase(Locale.ROOT))
                            .orElse(null);
            String value = word.substring(equals + 1);
            if (head == null || !(value.equals("0") || value.equals("1"))) {
                throw error("\"" + word + "\"", "a head and 0 or 1, for instance hateful=0");
            }
            if (labels.put(head, Integer.valueOf(value)) != null) {
                throw error("a second label of " + head.id(), "each head once");
            }
        }

        private void check() {
            for (int i = 0; i < kinds.size(); i++) {
                ConstructionKind kind = kinds.get(i);
                kinds.set(i, new ConstructionKind(kind.name(), kind.targets(), templatesByKind.get(i)));
            }
            TreeSet<String> used = new TreeSet<>();
            kinds.forEach(kind -> kind.templates().forEach(template -> used.addAll(template.slots())));
            slots.values().forEach(list -> list.forEach(filler -> Template.collectSlots(filler, used)));
            for (String slot : used) {
                if (!slots.containsKey(slot) || slots.get(slot).isEmpty()) {
                    throw new IllegalArgumentException(file + " uses the slot {" + slot
                            + "}, which has no fillers; add a section [slot " + slot + "].");
                }
            }
            slots.keySet().forEach(slot -> checkDepth(slot, slot, 1));
            for (ConstructionKind kind : kinds) {
                if (kind.templates().isEmpty()) {
                    throw new IllegalArgumentException(file + " has no template under [" + kind.name() + "].");
                }
            }
        }

        /** A filler that leads back to its own slot would never end. */
        private void checkDepth(String first, String slot, int depth) {
            if (depth > Template.DEEPEST_FILLER) {
                throw new IllegalArgumentException(file + " nests fillers of the slot {" + first + "} more than "
                        + Template.DEEPEST_FILLER + " deep; a filler may not lead back to its own slot.");
            }
            for (String filler : slots.get(slot)) {
                TreeSet<String> inner = new TreeSet<>();
                Template.collectSlots(filler, inner);
                inner.forEach(each -> checkDepth(first, each, depth + 1));
            }
        }

        private IllegalArgumentException error(String found, String expected) {
            return new IllegalArgumentException(
                    file + ", line " + line + ": found " + found + ", expected " + expected + ".");
        }
    }
}
