// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.classify.ThresholdShift;
import org.tilik.pipeline.strata.Stratum;

/**
 * The first visible span of an item that is measured, or would be at other thresholds of label scores; durations in hours
 * since the origin of the clock. Flink needs it mutable, with public fields.
 */
public final class StandingFact {
    /** How facts travel between operators. */
    public static final TypeInformation<StandingFact> TYPE = Types.POJO(StandingFact.class);

    private static final String PLATFORM = "platform";

    public Standing standing;
    /** Labels of the widest groups that count it: all items, and those of its platform. */
    public String[] strata;

    public String itemKey;
    /** Null where unknown. */
    public String accountKey;
    /** Null where the item has no family. */
    public String familyId;

    public double entry;
    public double lower;
    /** Infinity where it was not seen gone. */
    public double upper;
    /** Null where it was not seen gone. */
    public String cause;
    /** False where it is gone by one last unconfirmed absence only. */
    public boolean confirmed;
    /** Least views before it was gone; null where nobody counted. */
    public Long viewsLower;

    /** What the first span of an item says; empty where that enters no measure. */
    static Optional<StandingFact> of(Standing standing, EpisodeRow first) {
        if (!EpisodeStatus.MEASURED.id().equals(first.status())) {
            return Optional.empty();
        }
        StandingFact fact = new StandingFact();
        fact.standing = standing;
        fact.strata = first.strata().stream()
                .filter(label -> isWide(Stratum.ofLabel(label)))
                .toArray(String[]::new);
        fact.itemKey = first.itemKey();
        fact.accountKey = first.accountKey();
        fact.familyId = first.familyId();
        fact.entry = first.entryHours();
        fact.lower = first.lowerHours();
        fact.upper = first.upperHours() == null ? Double.POSITIVE_INFINITY : first.upperHours();
        fact.cause = first.cause();
        fact.confirmed = first.isConfirmed();
        fact.viewsLower = first.viewsLower();
        return Optional.of(fact);
    }

    private static boolean isWide(Stratum stratum) {
        return stratum.equals(Stratum.ALL) || stratum.by().equals(PLATFORM);
    }

    /** Whether it is tracked, or would be at these thresholds: whether what is said of them must know it. */
    boolean concerns(ThresholdShift shift) {
        return standing.isTracked() || standing.isTracked(shift);
    }

    /** The same as a member of one stratum. */
    StratumItem in(String stratum) {
        StratumItem item = new StratumItem();
        item.stratum = stratum;
        item.entry = entry;
        item.lower = lower;
        item.upper = upper;
        item.cause = cause;
        item.confirmed = confirmed;
        item.itemKey = itemKey;
        item.accountKey = accountKey;
        item.familyId = familyId;
        return item;
    }
}
