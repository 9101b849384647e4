// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web addresses that stand in words. */
public final class WebAddresses {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://[^\\s<>\"'()\\[\\]]*[^\\s<>\"'()\\[\\].,;:!?…]");
    private static final int MOST = 64;

    private WebAddresses() {}

    /** The addresses in these words, each once, in order, without the signs that end a sentence. */
    public static List<String> in(String words) {
        return with(List.of(), words);
    }

    /** These addresses and, behind them, those that stand in the words; each once. */
    public static List<String> with(List<String> known, String words) {
        // Most words hold none, which this tells several times as fast as the pattern does.
        if (words == null || !words.contains("://")) {
            return known.size() < 2 ? List.copyOf(known) : List.copyOf(new LinkedHashSet<>(known));
        }
        Set<String> found = new LinkedHashSet<>(known);
        Matcher matcher = ADDRESS.matcher(words);
        while (found.size() < MOST && matcher.find()) {
            found.add(matcher.group());
        }
        return List.copyOf(found);
    }
}
