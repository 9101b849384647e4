// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tilik.measure.removal.families.Copy;
import org.tilik.measure.removal.families.Family;
import org.tilik.measure.removal.families.GoneLag;
import org.tilik.pipeline.strata.Stratum;

/** Says what a family's copies mean in each stratum: all platforms, each platform, each pair of them. */
final class FamilyRecords {
    private static final String PLATFORM = "platform";
    /** Two platforms a and b in {@code a>b}: the lag runs from a to b. */
    private static final String PAIR = "platform_pair";

    private final FamilyPlan plan;
    private final SightingEnds ends;

    FamilyRecords(FamilyPlan plan, SightingEnds ends) {
        this.plan = plan;
        this.ends = ends;
    }

    /** The records of one family, whatever the order of its copies. */
    List<FamilyRecord> of(List<FamilyCopy> copies) {
        List<FamilyRecord> records = new ArrayList<>();
        add(records, Stratum.ALL, copies, ends.onAll());
        Set<String> platforms =
                new TreeSet<>(copies.stream().map(copy -> copy.platform).toList());
        for (String platform : platforms) {
            if (plan.byPlatform()) {
                List<FamilyCopy> there = where(copies, copy -> copy.platform.equals(platform));
                add(records, new Stratum(PLATFORM, platform), there, ends.on(platform));
            }
            for (String other : platforms) {
                if (!other.equals(platform)) {
                    addLag(records, platform, other, copies);
                }
            }
        }
        return records;
    }

    private void add(List<FamilyRecord> records, Stratum stratum, List<FamilyCopy> copies, OptionalLong end) {
        if (end.isPresent()) {
            List<FamilyCopy> known = where(copies, copy -> copy.postedAt <= end.getAsLong());
            if (!known.isEmpty()) {
                FamilyRecord made = FamilyRecord.of(
                        stratum.label(),
                        family(known, end.getAsLong()),
                        plan.plan().tauHours());
                records.add(counted(made, known));
            }
        }
    }

    private void addLag(List<FamilyRecord> records, String first, String second, List<FamilyCopy> copies) {
        OptionalLong end = ends.onAll();
        if (end.isPresent()) {
            List<FamilyCopy> known = where(
                    copies,
                    copy -> copy.postedAt <= end.getAsLong()
                            && (copy.platform.equals(first) || copy.platform.equals(second)));
            if (!known.isEmpty()) {
                String stratum = new Stratum(PAIR, first + ">" + second).label();
                GoneLag.of(family(known, end.getAsLong()), first, second)
                        .ifPresent(lag -> records.add(counted(FamilyRecord.of(stratum, lag), known)));
            }
        }
    }

    private static List<FamilyCopy> where(List<FamilyCopy> copies, Predicate<FamilyCopy> condition) {
        return copies.stream().filter(condition).toList();
    }

    /** In hours since the first of them, so that most numbers are those of the episodes. */
    private static Family family(List<FamilyCopy> copies, long end) {
        long zero = copies.stream().mapToLong(copy -> copy.postedAt).min().orElseThrow();
        List<Copy> since = copies.stream().map(copy -> copy.since(zero)).toList();
        return Family.of(since, FamilyCopy.hours(zero, end)).orElseThrow();
    }

    private FamilyRecord counted(FamilyRecord made, List<FamilyCopy> copies) {
        made.unit = UnitHash.of(copies.get(0).family);
        made.items = copies.size();
        made.unconfirmed =
                (int) copies.stream().filter(copy -> copy.unconfirmed).count();
        made.accounts = copies.stream()
                .map(copy -> copy.accountKey)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .limit(plan.plan().k())
                .toArray(String[]::new);
        return made;
    }
}
