// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.tokensregex.NodePattern;
import edu.stanford.nlp.ling.tokensregex.SequencePattern;
import edu.stanford.nlp.ling.tokensregex.TokenSequencePattern;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;

/** A sequence of folded words and the aliases that are written so; a token pattern of CoreNLP. */
final class AliasForm {
    private final List<String> words;
    private final List<Boolean> apart;
    private final List<OrganisationAlias> aliases = new ArrayList<>();
    /** Made when the form is first looked for: of a large gazetteer few are. Making it twice does no harm. */
    private volatile TokenSequencePattern pattern;

    AliasForm(List<String> words, List<Boolean> apart) {
        this.words = List.copyOf(words);
        this.apart = List.copyOf(apart);
    }

    void add(OrganisationAlias alias) {
        aliases.add(alias);
    }

    List<OrganisationAlias> aliases() {
        return aliases;
    }

    int length() {
        return words.size();
    }

    /** Whether these words of a text, as many as the form has, are the form. */
    boolean matches(List<CoreLabel> found) {
        TokenSequencePattern made = pattern;
        if (made == null) {
            made = compile();
            pattern = made;
        }
        return made.getMatcher(found).matches();
    }

    private TokenSequencePattern compile() {
        List<SequencePattern.PatternExpr> nodes = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            nodes.add(new SequencePattern.NodePatternExpr(new AliasWord(words.get(i), i == 0, apart.get(i))));
        }
        return TokenSequencePattern.compile(new SequencePattern.SequencePatternExpr(nodes));
    }

    /** One word of a form. */
    private static final class AliasWord extends NodePattern<CoreMap> {
        private static final long serialVersionUID = 1;

        private final String word;
        private final boolean first;
        private final boolean apart;

        AliasWord(String word, boolean first, boolean apart) {
            this.word = word;
            this.first = first;
            this.apart = apart;
        }

        @Override
        public boolean match(CoreMap token) {
            String found = ((CoreLabel) token).word();
            if (first) {
                return Clitics.matches(found, word);
            }
            return found.equals(word) && (apart || !token.get(FoldedWords.Apart.class));
        }
    }
}
