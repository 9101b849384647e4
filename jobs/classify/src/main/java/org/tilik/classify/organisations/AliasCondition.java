// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import java.util.List;

/** What an alias asks for beside its words: its very case, or a word of its context nearby. */
final class AliasCondition {
    private final boolean exactCase;
    private final String surface;
    private final List<List<String>> context;

    AliasCondition(OrganisationAlias alias, FoldedWords words) {
        surface = words.surface(0, words.count());
        exactCase = alias.exactCase() && surface.codePoints().anyMatch(AliasCondition::hasCase);
        context = alias.context().stream()
                .map(phrase -> FoldedWords.of(phrase).words())
                .toList();
    }

    private static boolean hasCase(int codePoint) {
        return Character.isUpperCase(codePoint) || Character.isLowerCase(codePoint);
    }

    /** Whether the words of a text from one place up to another, which are the alias, meet it. */
    boolean holds(FoldedWords words, int from, int to) {
        if (exactCase && !words.surface(from, to).equals(surface)) {
            return false;
        }
        return context.isEmpty() || hasContext(words, from, to);
    }

    private boolean hasContext(FoldedWords words, int from, int to) {
        int first = Math.max(0, from - OrganisationFinder.CONTEXT_WORDS);
        int last = Math.min(words.count(), to + OrganisationFinder.CONTEXT_WORDS);
        for (List<String> phrase : context) {
            for (int i = first; i + phrase.size() <= last; i++) {
                boolean outside = i + phrase.size() <= from || i >= to;
                if (outside && stands(phrase, words, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean stands(List<String> phrase, FoldedWords words, int at) {
        if (!Clitics.matches(words.word(at), phrase.get(0))) {
            return false;
        }
        for (int i = 1; i < phrase.size(); i++) {
            if (!words.word(at + i).equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }
}
