// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.model.table.CoverageRow;

/** When sources that send notices of disappearance were watched, by platform; between the spans are gaps. */
public final class Coverage implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No source sends notices. */
    public static final Coverage NONE = new Coverage(List.of());

    /**
     * A span without a gap.
     *
     * @param from its beginning
     * @param until its end
     */
    record Span(Instant from, Instant until) implements Serializable {
        boolean contains(Instant time) {
            return !time.isBefore(from) && !time.isAfter(until);
        }
    }

    private final Map<String, List<Span>> byPlatform = new HashMap<>();

    private Coverage(List<CoverageRow> rows) {
        rows.stream()
                .sorted(Comparator.comparing(CoverageRow::fromUtc))
                .forEach(row -> byPlatform
                        .computeIfAbsent(row.platform(), platform -> new ArrayList<>())
                        .add(new Span(row.fromUtc(), row.untilUtc())));
    }

    /** The coverage that these rows tell of; spans of one platform do not overlap. */
    public static Coverage of(List<CoverageRow> rows) {
        return new Coverage(rows);
    }

    /** When watching began, by platform. */
    public Map<String, Instant> begins() {
        Map<String, Instant> begins = new TreeMap<>();
        byPlatform.forEach(
                (platform, spans) -> begins.put(platform, spans.get(0).from()));
        return begins;
    }

    /** The spans of a platform in order of time. */
    List<Span> of(String platform) {
        return byPlatform.getOrDefault(platform, List.of());
    }
}
