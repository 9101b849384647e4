// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes standard Indonesian or Malay as it is typed in posts: common words by their short forms, with particles, both
 * from {@code colloquial.tsv}.
 */
final class Colloquial {
    private static final String TABLE = "colloquial.tsv";
    private static final String PARTICLES = "*";

    private final Map<String, List<String>> forms = new HashMap<>();
    private final SplittableRandom random;

    private Colloquial(SplittableRandom random) {
        this.random = random;
    }

    static Colloquial of(String language, SplittableRandom random) throws IOException {
        Colloquial colloquial = new Colloquial(random);
        for (String[] row : TrainingTable.rows(TABLE, 3)) {
            if (row[0].equals(language)) {
                colloquial.forms.put(row[1], List.of(row[2].split("/", -1)));
            }
        }
        return colloquial;
    }

    String typed(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}'-]+", -1)) {
            List<String> shorter = forms.get(word);
            out.append(shorter == null || random.nextInt(4) == 0 ? word : any(shorter))
                    .append(' ');
            if (random.nextInt(7) == 0) {
                out.append(any(forms.get(PARTICLES))).append(' ');
            }
        }
        return out.toString();
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
