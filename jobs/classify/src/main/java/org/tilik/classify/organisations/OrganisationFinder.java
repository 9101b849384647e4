// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the organisations of a gazetteer in texts; immutable, made once, safe for use by many threads.
 *
 * <p>Words are compared folded (compatibility forms, case, accents, Arabic vowel marks and letter forms), the first word
 * of a name also without the clitics that Arabic and Hebrew write onto it. Between the words of a name may stand spaces,
 * hyphens, apostrophes and quotation marks; a name of several words is found as one word too, as hashtags write it. Of
 * names that overlap the longest counts, of equally long ones the first. An alias shared by two organisations is a mention
 * of both. The words are matched by CoreNLP's token patterns, on the few texts that a hash of first words lets through.
 *
 * <p>A text that names an organisation is not by that a text of it, or for it.
 */
public final class OrganisationFinder {
    /** Words on either side in which a context word must stand. */
    static final int CONTEXT_WORDS = 12;

    /** Shorter names are not looked for as one word: they would be met inside the language. */
    private static final int SHORTEST_JOINED = 8;

    private static final Comparator<Candidate> LONGEST_FIRST =
            Comparator.comparingInt(Candidate::chars).reversed().thenComparingInt(Candidate::from);

    private static final Comparator<OrganisationMention> IN_TEXT_ORDER = Comparator.comparingInt(
                    OrganisationMention::start)
            .thenComparing(mention -> mention.alias().organisation().id());

    private final FirstWords firstWords;
    private final Map<String, List<AliasForm>> forms = new HashMap<>();
    private final Map<OrganisationAlias, AliasCondition> conditions = new HashMap<>();

    private OrganisationFinder(Gazetteer gazetteer) {
        Map<List<Object>, AliasForm> known = new HashMap<>();
        firstWords = new FirstWords(2 * gazetteer.aliases().size());
        for (OrganisationAlias alias : gazetteer.aliases()) {
            FoldedWords words = FoldedWords.of(alias.alias());
            conditions.put(alias, new AliasCondition(alias, words));
            List<Boolean> apart = words.labels().stream()
                    .map(label -> label.get(FoldedWords.Apart.class))
                    .toList();
            add(alias, words.words(), apart, known);
            String joined = String.join("", words.words());
            boolean spaced = !Folding.isSpaceless(joined.codePointAt(0));
            if (spaced
                    && words.count() > 1
                    && joined.length() >= SHORTEST_JOINED
                    && joined.length() <= WordCursor.LONGEST) {
                add(alias, List.of(joined), List.of(false), known);
            }
        }
    }

    /** A finder for all aliases of this gazetteer. */
    public static OrganisationFinder of(Gazetteer gazetteer) {
        return new OrganisationFinder(gazetteer);
    }

    private void add(
            OrganisationAlias alias, List<String> words, List<Boolean> apart, Map<List<Object>, AliasForm> known) {
        AliasForm form = known.get(List.<Object>of(words, apart));
        if (form == null) {
            form = new AliasForm(words, apart);
            known.put(List.of(words, apart), form);
            forms.computeIfAbsent(key(words), missing -> new ArrayList<>()).add(form);
            if (words.size() == 1) {
                firstWords.addSingle(words.get(0));
            } else {
                firstWords.addPair(words.get(0), words.get(1));
            }
        }
        form.add(alias);
    }

    private static String key(List<String> words) {
        return words.size() == 1 ? words.get(0) : words.get(0) + ' ' + words.get(1);
    }

    /** The ids of the organisations that this text names, each once, in their natural order. */
    public List<String> ids(String text) {
        List<OrganisationMention> mentions = mentions(text);
        return mentions.isEmpty()
                ? List.of()
                : mentions.stream()
                        .map(mention -> mention.alias().organisation().id())
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** The places where this text names organisations, in the order of the text. */
    public List<OrganisationMention> mentions(String text) {
        return firstWords.mayStandIn(text) ? search(text) : List.of();
    }

    /** The mentions in a text, without asking first whether there can be any. */
    List<OrganisationMention> search(String text) {
        FoldedWords words = FoldedWords.of(text);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < words.count(); i++) {
            collect(words, i, candidates);
        }
        return longest(words, candidates);
    }

    private void collect(FoldedWords words, int from, List<Candidate> candidates) {
        String first = words.word(from);
        collect(words, from, first, candidates);
        int[] stems = new int[Clitics.MOST];
        int count = Clitics.stems(first.toCharArray(), first.length(), stems);
        for (int i = 0; i < count; i++) {
            collect(words, from, Clitics.stem(first, stems[i]), candidates);
        }
    }

    private void collect(FoldedWords words, int from, String first, List<Candidate> candidates) {
        collect(words, from, forms.getOrDefault(first, List.of()), candidates);
        if (from + 1 < words.count()) {
            String pair = first + ' ' + words.word(from + 1);
            collect(words, from, forms.getOrDefault(pair, List.of()), candidates);
        }
    }

    private void collect(FoldedWords words, int from, List<AliasForm> begun, List<Candidate> candidates) {
        for (AliasForm form : begun) {
            int to = from + form.length();
            if (to <= words.count() && form.matches(words.labels().subList(from, to))) {
                for (OrganisationAlias alias : form.aliases()) {
                    if (conditions.get(alias).holds(words, from, to)) {
                        CoreLabel last = words.labels().get(to - 1);
                        int start = words.labels().get(from).beginPosition();
                        candidates.add(new Candidate(alias, from, to, start, last.endPosition()));
                    }
                }
            }
        }
    }

    private static List<OrganisationMention> longest(FoldedWords words, List<Candidate> candidates) {
        candidates.sort(LONGEST_FIRST);
        Candidate[] taken = new Candidate[words.count()];
        List<OrganisationMention> mentions = new ArrayList<>();
        List<Organisation> same = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Candidate holder = holder(taken, candidate);
            if (holder == null) {
                same.clear();
            } else if (!holder.sameWords(candidate) || same.contains(candidate.alias.organisation())) {
                continue;
            }
            for (int i = candidate.from; i < candidate.to; i++) {
                taken[i] = candidate;
            }
            same.add(candidate.alias.organisation());
            mentions.add(new OrganisationMention(candidate.alias, candidate.start, candidate.end));
        }
        mentions.sort(IN_TEXT_ORDER);
        return List.copyOf(mentions);
    }

    private static Candidate holder(Candidate[] taken, Candidate candidate) {
        for (int i = candidate.from; i < candidate.to; i++) {
            if (taken[i] != null) {
                return taken[i];
            }
        }
        return null;
    }

    private record Candidate(OrganisationAlias alias, int from, int to, int start, int end) {
        int chars() {
            return end - start;
        }

        boolean sameWords(Candidate other) {
            return from == other.from && to == other.to;
        }
    }
}
