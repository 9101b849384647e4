// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.strata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which strata may be published.
 *
 * <p>A stratum needs k items and k accounts. Where small strata are held back and the stratum they are part of is
 * published, subtraction would give them away; then the next smallest are held back too, until at least two strata with
 * together k items are. How many items were removed or labelled never matters. A stratum by two columns is part of both
 * strata by one of them, where both are there.
 */
public final class Suppression {
    private static final Comparator<Size> SMALLEST_FIRST = Comparator.comparingLong(Size::items)
            .thenComparing(size -> size.stratum().value());

    private Suppression() {}

    /**
     * How large a stratum is.
     *
     * @param stratum the stratum
     * @param items number of its items
     * @param enoughAccounts whether at least k accounts posted them
     */
    public record Size(Stratum stratum, long items, boolean enoughAccounts) {}

    /** The strata that must be held back, from those of all levels of one run. */
    public static Set<Stratum> of(Collection<Size> sizes, int k) {
        Set<Stratum> suppressed = new HashSet<>();
        for (Size size : sizes) {
            if (size.items() < k || !size.enoughAccounts()) {
                suppressed.add(size.stratum());
            }
        }
        // By level, because a stratum held back for the sake of another is itself no longer published above its parts.
        Collection<Map<String, Parts>> levels = levels(sizes).values();
        int before;
        do {
            before = suppressed.size();
            levels.forEach(
                    level -> level.values().forEach(parts -> protect(parts.whole(), parts.sizes(), suppressed, k)));
        } while (suppressed.size() > before);
        return suppressed;
    }

    /** Strata that add up to another. */
    private record Parts(Stratum whole, List<Size> sizes) {}

    private static Map<Integer, Map<String, Parts>> levels(Collection<Size> sizes) {
        Set<Stratum> present = sizes.stream().map(Size::stratum).collect(Collectors.toSet());
        Map<Integer, Map<String, Parts>> levels = new TreeMap<>();
        for (Size size : sizes) {
            Stratum stratum = size.stratum();
            if (stratum.depth() > 0 && !stratum.equals(Stratum.SHARES)) {
                List<Stratum> wholes = new ArrayList<>(List.of(stratum.parent()));
                stratum.otherParents().stream().filter(present::contains).forEach(wholes::add);
                for (Stratum whole : wholes) {
                    // Strata of one parent by the same columns add up to it; those by other columns do so by
                    // themselves.
                    levels.computeIfAbsent(stratum.depth(), depth -> new TreeMap<>())
                            .computeIfAbsent(
                                    stratum.by() + "=" + whole.label(), parts -> new Parts(whole, new ArrayList<>()))
                            .sizes()
                            .add(size);
                }
            }
        }
        return levels;
    }

    private static void protect(Stratum parent, List<Size> parts, Set<Stratum> suppressed, int k) {
        List<Size> published = new ArrayList<>();
        long hiddenItems = 0;
        int hidden = 0;
        for (Size part : parts) {
            if (suppressed.contains(part.stratum())) {
                hidden++;
                hiddenItems += part.items();
            } else {
                published.add(part);
            }
        }
        published.sort(SMALLEST_FIRST);
        // All parts of a stratum that is held back would add up to it.
        boolean parentHidden = suppressed.contains(parent);
        boolean exposed = parentHidden ? hidden == 0 : hidden == 1 || (hidden > 0 && hiddenItems < k);
        for (Size next : published) {
            if (!exposed) {
                return;
            }
            suppressed.add(next.stratum());
            hidden++;
            hiddenItems += next.items();
            exposed = !parentHidden && (hidden == 1 || hiddenItems < k);
        }
    }
}
