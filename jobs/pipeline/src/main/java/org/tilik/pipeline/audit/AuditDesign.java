// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tilik.pipeline.study.RunError;

/**
 * How many items are drawn from each stratum.
 *
 * <p>A stratified simple random sample without replacement: at least two items of each stratum (all where there are
 * fewer), the rest so that numbers grow with the square root of the stratum's size (power allocation: Bankier 1988,
 * <i>Power allocations</i>, doi:10.1080/00031305.1988.10475556), so that rare high scores and small languages are not
 * drowned by what is common. Languages too rare for strata of their own are pooled as {@code other}, the rarest first,
 * until two items of each stratum take no more than half of the sample.
 *
 * @param cells strata with their numbers, sorted
 */
public record AuditDesign(List<Cell> cells) {
    private static final int FEWEST = 2;

    /**
     * A stratum and what is drawn of it.
     *
     * @param id name that tells coders nothing of score or language
     * @param stratum the stratum
     * @param inFrame its items
     * @param inSample those that are drawn
     */
    public record Cell(String id, AuditStratum stratum, long inFrame, int inSample) {
        /** The probability of each of its items to be drawn. */
        public double inclusionProbability() {
            return (double) inSample / inFrame;
        }
    }

    /** Keeps its own copy. */
    public AuditDesign {
        cells = List.copyOf(cells);
    }

    /** The design for so many items out of a frame with these numbers. */
    public static AuditDesign of(Map<AuditStratum, Long> frame, int n) {
        Map<String, Long> languages = new TreeMap<>();
        frame.forEach((stratum, count) -> languages.merge(stratum.language(), count, Long::sum));
        List<String> commonFirst = new ArrayList<>(languages.keySet());
        commonFirst.sort(Comparator.comparing((String language) -> -languages.get(language))
                .thenComparing(Comparator.naturalOrder()));
        Map<AuditStratum, Long> strata = new TreeMap<>(frame);
        long total = frame.values().stream().mapToLong(Long::longValue).sum();
        if (total <= n) {
            return new AuditDesign(allocated(strata, (int) total));
        }
        for (int own = commonFirst.size() - 1; strata.size() > n / (2 * FEWEST) && own >= 0; own--) {
            strata = pooled(frame, new HashSet<>(commonFirst.subList(0, own)));
        }
        if (strata.size() > n / FEWEST) {
            throw RunError.study("The sample of " + n + " items is too small: even with all languages pooled there are "
                    + strata.size() + " strata of platform and score, of which each needs " + FEWEST
                    + " items. Ask for at least -n " + strata.size() * FEWEST + ".");
        }
        return new AuditDesign(allocated(strata, n));
    }

    private static Map<AuditStratum, Long> pooled(Map<AuditStratum, Long> frame, Set<String> own) {
        Map<AuditStratum, Long> strata = new TreeMap<>();
        frame.forEach((stratum, count) ->
                strata.merge(own.contains(stratum.language()) ? stratum : stratum.inOtherLanguage(), count, Long::sum));
        return strata;
    }

    /** One item after the other goes to the stratum that has the fewest for the root of its size. */
    private static List<Cell> allocated(Map<AuditStratum, Long> strata, int n) {
        List<Map.Entry<AuditStratum, Long>> entries = new ArrayList<>(strata.entrySet());
        int[] drawn = new int[entries.size()];
        int left = n;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (int) Math.min(FEWEST, entries.get(i).getValue());
            left -= drawn[i];
        }
        for (; left > 0; left--) {
            int next = -1;
            double most = -1;
            for (int i = 0; i < drawn.length; i++) {
                double claim = Math.sqrt(entries.get(i).getValue()) / (drawn[i] + 0.5);
                if (drawn[i] < entries.get(i).getValue() && claim > most) {
                    most = claim;
                    next = i;
                }
            }
            drawn[next]++;
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < drawn.length; i++) {
            cells.add(new Cell(
                    String.format("s%03d", i + 1),
                    entries.get(i).getKey(),
                    entries.get(i).getValue(),
                    drawn[i]));
        }
        return cells;
    }

    /** The cells by stratum; an item whose stratum has none is in that of other languages. */
    Map<AuditStratum, Cell> byStratum() {
        return cells.stream().collect(Collectors.toMap(Cell::stratum, cell -> cell));
    }
}
