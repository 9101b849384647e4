// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.classify.Standings;
import org.tilik.pipeline.removal.EpisodeStatus;
import org.tilik.pipeline.removal.FlagFact;
import org.tilik.pipeline.removal.StandingFact;
import org.tilik.pipeline.spread.SpreadItem;

/**
 * What policy measures ask of one item: what spread asks of it, its scores, when it was flagged, and how its first visible
 * span was measured on the clock of posting.
 *
 * <p>Times are microseconds since 1970, durations hours since posting. Flink needs it mutable, with public fields.
 */
public final class PolicyItem {
    /** How items travel between operators. */
    public static final TypeInformation<PolicyItem> TYPE = Types.POJO(PolicyItem.class);

    public String itemKey;
    /** Who posted it, when, in answer to what, in which family, and when it was visible; null in parts without it. */
    public SpreadItem item;
    /** Probabilities of the labels; null where nothing was scored. */
    public Double hateful;

    public Double offensive;
    public Double counter;
    public Double extremistSupport;
    /** When a known-item list first had an entry that matches it; null where none did or none states a time. */
    public Long listedAt;
    /** First report by a user; null where no row states one. */
    public Long reportedAt;
    /** First referral by anybody else. */
    public Long referredAt;
    /** First removal order. */
    public Long orderedAt;
    /** Whether its first visible span enters measures of removal; see the columns of episodes below. */
    public boolean measured;

    public double entry;
    public double lower;
    /** Infinite where the item was not seen gone. */
    public double upper = Double.POSITIVE_INFINITY;
    /** Cause of disappearance; null where it was not seen gone. */
    public String cause;

    public boolean confirmed = true;
    /** How near it is to being tracked by its scores, or not being tracked. */
    public Standing standing = Standing.UNKNOWN;
    /** Whether its first span would enter measures, were it tracked; then the columns above are those of that span. */
    public boolean followedBeside;
    /** Least views before it was gone, for an item that is followed beside the tracked ones; null where nobody counted. */
    public Long viewsBeside;

    static PolicyItem of(SpreadItem whole) {
        PolicyItem part = new PolicyItem();
        part.itemKey = whole.itemKey;
        part.item = whole;
        return part;
    }

    static PolicyItem of(LabelRow row, Standings standings) {
        PolicyItem part = new PolicyItem();
        part.itemKey = row.itemKey();
        part.hateful = row.scoreHateful();
        part.offensive = row.scoreOffensive();
        part.counter = row.scoreCounter();
        part.extremistSupport = row.scoreExtremistSupport();
        part.listedAt = micros(row.knownAddedAtUtc());
        part.standing = standings.of(row);
        return part;
    }

    static PolicyItem of(FlagFact flags) {
        PolicyItem part = new PolicyItem();
        part.itemKey = flags.itemKey;
        part.reportedAt = micros(flags.reportedAt);
        part.referredAt = micros(flags.referredAt);
        part.orderedAt = micros(flags.orderedAt);
        return part;
    }

    /** The measured first span of an item; the row's clock must be that of posting. */
    static PolicyItem of(EpisodeRow row) {
        PolicyItem part = new PolicyItem();
        part.itemKey = row.itemKey();
        part.measured = EpisodeStatus.MEASURED.id().equals(row.status());
        if (part.measured) {
            part.entry = row.entryHours();
            part.lower = row.lowerHours();
            part.upper = row.upperHours() == null ? Double.POSITIVE_INFINITY : row.upperHours();
            part.cause = row.cause();
            part.confirmed = row.isConfirmed();
        }
        return part;
    }

    /** The first span of an item that is followed beside the tracked ones. */
    static PolicyItem beside(StandingFact fact) {
        PolicyItem part = new PolicyItem();
        part.itemKey = fact.itemKey;
        part.followedBeside = true;
        part.entry = fact.entry;
        part.lower = fact.lower;
        part.upper = fact.upper;
        part.cause = fact.cause;
        part.confirmed = fact.confirmed;
        part.viewsBeside = fact.viewsLower;
        return part;
    }

    /** These two parts of one item together; which comes first does not matter. */
    PolicyItem with(PolicyItem other) {
        PolicyItem both = new PolicyItem();
        both.itemKey = itemKey;
        both.item = item == null ? other.item : item;
        both.hateful = first(hateful, other.hateful);
        both.offensive = first(offensive, other.offensive);
        both.counter = first(counter, other.counter);
        both.extremistSupport = first(extremistSupport, other.extremistSupport);
        both.listedAt = first(listedAt, other.listedAt);
        both.reportedAt = first(reportedAt, other.reportedAt);
        both.referredAt = first(referredAt, other.referredAt);
        both.orderedAt = first(orderedAt, other.orderedAt);
        both.standing = standing == Standing.UNKNOWN ? other.standing : standing;
        both.viewsBeside = first(viewsBeside, other.viewsBeside);
        PolicyItem followed = measured || followedBeside ? this : other;
        both.measured = followed.measured;
        both.followedBeside = followed.followedBeside;
        both.entry = followed.entry;
        both.lower = followed.lower;
        both.upper = followed.upper;
        both.cause = followed.cause;
        both.confirmed = followed.confirmed;
        return both;
    }

    /** Whether the item was delivered and labelled. */
    boolean isWhole() {
        return item != null;
    }

    /** When anybody first said that it breaks a rule, as far as the data tell: reported, referred, ordered or listed. */
    public Long firstFlag() {
        return Stream.of(reportedAt, referredAt, orderedAt, listedAt)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
    }

    private static <T> T first(T one, T other) {
        return one == null ? other : one;
    }

    private static Long micros(Instant time) {
        return time == null
                ? null
                : (Long) Math.addExact(
                        TimeUnit.SECONDS.toMicros(time.getEpochSecond()),
                        TimeUnit.NANOSECONDS.toMicros(time.getNano()));
    }
}
