// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A sentence pattern: words, {@code {SLOT}} for a filler, {@code (a|b|)} for alternatives.
 *
 * <p>{@code {SLOT:1}} and {@code {SLOT:2}} are different draws of one slot, {@code {SLOT}} twice is the same draw.
 */
public final class Template {
    /** Fillers within fillers that are filled. */
    static final int DEEPEST_FILLER = 4;

    private final List<List<String>> parts;

    private Template(List<List<String>> parts) {
        this.parts = parts;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Template parse(String pattern) {
        List<List<String>> parts = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        List<String> alternatives = null;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                open.append(c).append(pattern.charAt(++i));
            } else if (c == '(') {
                if (alternatives != null) {
                    throw new IllegalArgumentException("a second \"(\" at character " + (i + 1) + "; they do not nest");
                }
                parts.add(List.of(open.toString()));
                open.setLength(0);
                alternatives = new ArrayList<>();
            } else if (c == '|' && alternatives != null) {
                alternatives.add(open.toString());
                open.setLength(0);
            } else if (c == ')') {
                if (alternatives == null) {
                    throw new IllegalArgumentException("a \")\" without \"(\" at character " + (i + 1));
                }
                alternatives.add(open.toString());
                parts.add(List.copyOf(alternatives));
                open.setLength(0);
                alternatives = null;
            } else {
                open.append(c);
            }
        }
        if (alternatives != null) {
            throw new IllegalArgumentException("a \"(\" without \")\"");
        }
        parts.add(List.of(open.toString()));
        return new Template(List.copyOf(parts));
    }

    /** Names of the slots that the pattern uses. */
    public Set<String> slots() {
        Set<String> names = new TreeSet<>();
        for (List<String> alternatives : parts) {
            for (String text : alternatives) {
                collectSlots(text, names);
            }
        }
        return names;
    }

    static void collectSlots(String text, Set<String> names) {
        for (int i = text.indexOf('{'); i >= 0; i = text.indexOf('{', i + 1)) {
            if (i > 0 && text.charAt(i - 1) == '\\') {
                continue;
            }
            int end = text.indexOf('}', i);
            if (end < 0) {
                throw new IllegalArgumentException("a \"{\" without \"}\"");
            }
            names.add(name(text.substring(i + 1, end)));
        }
    }

    private static String name(String slot) {
        int colon = slot.indexOf(':');
        return colon < 0 ? slot : slot.substring(0, colon);
    }

    /** One sentence of this pattern, with alternatives and fillers drawn at random. */
    public String draw(Map<String, List<String>> slots, RandomGenerator random) {
        StringBuilder chosen = new StringBuilder();
        for (List<String> alternatives : parts) {
            chosen.append(alternatives.get(random.nextInt(alternatives.size())));
        }
        StringBuilder sentence = new StringBuilder();
        fill(chosen.toString(), slots, random, new HashMap<>(), sentence, 0);
        return tidy(sentence);
    }

    private static void fill(
            String text,
            Map<String, List<String>> slots,
            RandomGenerator random,
            Map<String, String> drawn,
            StringBuilder out,
            int depth) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else if (c == '{' && depth < DEEPEST_FILLER) {
                int end = text.indexOf('}', i);
                String slot = text.substring(i + 1, end);
                String filler = drawn.get(slot);
                if (filler == null) {
                    filler = drawOther(slots.get(name(slot)), slot, drawn, random);
                    drawn.put(slot, filler);
                }
                fill(filler, slots, random, drawn, out, depth + 1);
                i = end;
            } else {
                out.append(c);
            }
        }
    }

    /** A filler that no other draw of the slot has taken, where there are enough. */
    private static String drawOther(
            List<String> fillers, String slot, Map<String, String> drawn, RandomGenerator random) {
        String prefix = name(slot) + ":";
        if (!slot.startsWith(prefix)) {
            return fillers.get(random.nextInt(fillers.size()));
        }
        List<String> free = new ArrayList<>(fillers);
        drawn.forEach((other, filler) -> {
            if (other.startsWith(prefix)) {
                free.removeIf(filler::equals);
            }
        });
        List<String> from = free.isEmpty() ? fillers : free;
        return from.get(random.nextInt(from.size()));
    }

    private static String tidy(CharSequence sentence) {
        return sentence.toString()
                .replaceAll(" +", " ")
                .replaceAll(" ([.,!?…])", "$1")
                .strip();
    }
}
