// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tilik.measure.spread.cascade.ParentSource;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;

/**
 * The published table of cascades. Listed are those of a tracked root with at least k items and k accounts; all others are
 * added up by platform, way of building and size class, and sums of fewer than k items or accounts are held back.
 *
 * <p>What is held back must not follow from what is published. Totals of a platform, or of all cascades of a way of
 * building, can be known from other tables; less the listed cascades and the published sums they leave what is held back
 * together. Therefore at least two sums with together k items are held back, or none, as {@link Suppression} has it; where
 * there is only one sum to hold back, the smallest listed cascade is taken off the list and held back with it. The
 * reconstructions of cascades are about the same items as their root_only rows, so that one is held back where the other
 * is. Hours are rounded up to whole ones, the bound of reach to two digits ({@link Reach#published}).
 */
final class CascadeRelease {
    private static final String PLATFORM = "platform";
    private static final String WAY = "platform,parent_source";
    private static final String CLASS = "platform,parent_source,size_class";
    private static final String EXPLICIT = ParentSource.EXPLICIT.name().toLowerCase(Locale.ROOT);
    private static final String ROOT_ONLY = ParentSource.ROOT_ONLY.name().toLowerCase(Locale.ROOT);

    private static final Comparator<ReleasePart> SMALLEST_FIRST = Comparator.comparingLong(
                    (ReleasePart part) -> part.listed.size())
            .thenComparing(part -> part.listed.cascadeId());

    private final int k;
    private final String runId;
    private final SortedMap<String, ReleasePart> sums = new TreeMap<>();
    /** The smallest cascade that may be listed, by platform and way of building. */
    private final SortedMap<String, ReleasePart> smallest = new TreeMap<>();
    /** All cascades, by the strata that can be known as totals. */
    private final Map<Stratum, ReleasePart> totals = new TreeMap<>(Comparator.comparing(Stratum::label));

    CascadeRelease(int k, String runId) {
        this.k = k;
        this.runId = runId;
    }

    /** Adds a part; the listed rows that can be published at once. */
    List<CascadeRow> add(ReleasePart part) {
        if (isRecorded(part)) {
            addTo(Stratum.ALL, part);
            addTo(new Stratum(PLATFORM, part.platform), part);
            addTo(way(part), part);
        }
        if (part.listed == null) {
            sums.merge(part.group(), part, (sum, more) -> sum.with(more, k));
            return List.of();
        }
        ReleasePart other = smallest.get(wayName(part));
        boolean isSmallest = other == null || SMALLEST_FIRST.compare(part, other) < 0;
        if (isSmallest) {
            smallest.put(wayName(part), part);
        }
        ReleasePart published = isSmallest ? other : part;
        return published == null ? List.of() : List.of(row(published));
    }

    private void addTo(Stratum total, ReleasePart part) {
        totals.merge(total, part, (sum, more) -> sum.with(more, k));
    }

    /** The rows that could not be published before all was there. */
    List<CascadeRow> finish() {
        Set<Stratum> held = heldBack();
        Set<Stratum> unlisted = unlisted(held);
        List<CascadeRow> rows = new ArrayList<>();
        for (ReleasePart part : smallest.values()) {
            if (!unlisted.contains(recordedWay(part))) {
                rows.add(row(part));
            } else if (!sums.containsKey(part.group())) {
                rows.add(withoutNumbers(part));
            }
        }
        for (ReleasePart sum : sums.values()) {
            rows.add(held.contains(sizeClass(sum)) ? withoutNumbers(sum) : sum(sum));
        }
        return rows;
    }

    private Set<Stratum> heldBack() {
        List<Suppression.Size> sizes = new ArrayList<>();
        totals.forEach((stratum, sum) -> sizes.add(size(stratum, sum)));
        for (ReleasePart sum : sums.values()) {
            if (isRecorded(sum)) {
                sizes.add(size(sizeClass(sum), sum));
            }
        }
        return Suppression.of(sizes, k);
    }

    private Suppression.Size size(Stratum stratum, ReleasePart sum) {
        return new Suppression.Size(stratum, sum.size, sum.accounts.length >= k);
    }

    /** Ways of building of which the smallest listed cascade must go, because the sums alone do not hide each other. */
    private Set<Stratum> unlisted(Set<Stratum> held) {
        Set<Stratum> ways = new HashSet<>();
        for (ReleasePart listed : smallest.values()) {
            Stratum way = recordedWay(listed);
            long items = 0;
            int hidden = 0;
            for (ReleasePart sum : sums.values()) {
                if (isRecorded(sum) && way(sum).equals(way) && held.contains(sizeClass(sum))) {
                    items += sum.size;
                    hidden++;
                }
            }
            boolean exposed = held.contains(way) ? hidden == 0 : hidden == 1 || (hidden > 0 && items < k);
            if (exposed) {
                ways.add(way);
            }
        }
        return ways;
    }

    private static boolean isRecorded(ReleasePart part) {
        return part.parentSource.equals(EXPLICIT) || part.parentSource.equals(ROOT_ONLY);
    }

    private static String wayName(ReleasePart part) {
        return part.platform + ' ' + part.parentSource;
    }

    private static Stratum way(ReleasePart part) {
        return new Stratum(WAY, part.platform + '|' + part.parentSource);
    }

    /** The way of building that the records gave the same cascades. */
    private static Stratum recordedWay(ReleasePart part) {
        return new Stratum(WAY, part.platform + '|' + recordedSource(part));
    }

    private static Stratum sizeClass(ReleasePart part) {
        return new Stratum(CLASS, part.platform + '|' + recordedSource(part) + '|' + part.sizeClass);
    }

    private static String recordedSource(ReleasePart part) {
        return isRecorded(part) ? part.parentSource : ROOT_ONLY;
    }

    /** The row of a listed cascade. */
    private static CascadeRow row(ReleasePart part) {
        CascadeRow row = part.listed;
        return new CascadeRow(
                row.sizeClass(),
                row.cascadeId(),
                row.parentSource(),
                row.nCascades(),
                row.familyId(),
                row.platform(),
                row.language(),
                row.rootAtHourUtc(),
                row.isRootTracked(),
                row.size(),
                row.nShares(),
                row.nQuotes(),
                row.nReplies(),
                row.nTracked(),
                row.nRemoved(),
                row.uniqueAccounts(),
                row.depth(),
                row.maxBreadth(),
                row.maxBreadthAccounts(),
                row.structuralVirality(),
                wholeHours(row.hoursToFirstShare()),
                wholeHours(row.hoursTo10()),
                wholeHours(row.hoursTo100()),
                wholeHours(row.hoursTo1000()),
                row.peakPerHour(),
                wholeHours(row.durationHours()),
                row.nAccountsWithFollowers(),
                part.reach,
                false,
                row.runId());
    }

    private static Double wholeHours(Double hours) {
        return hours == null ? null : Math.ceil(hours);
    }

    private CascadeRow sum(ReleasePart sum) {
        return row(sum, sum.cascades, sum.size, sum.shares, sum.quotes, sum.replies, sum.tracked, sum.removed, false);
    }

    private CascadeRow withoutNumbers(ReleasePart sum) {
        return row(sum, null, null, null, null, null, null, null, true);
    }

    private CascadeRow row(
            ReleasePart sum,
            Long cascades,
            Long size,
            Long shares,
            Long quotes,
            Long replies,
            Long tracked,
            Long removed,
            boolean suppressed) {
        return new CascadeRow(
                sum.sizeClass,
                null,
                sum.parentSource,
                cascades,
                null,
                sum.platform,
                null,
                null,
                null,
                size,
                shares,
                quotes,
                replies,
                tracked,
                removed,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                suppressed,
                runId);
    }
}
