// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.model.EventKind;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.classify.TrackedBy;
import org.tilik.pipeline.removal.RemovalPipeline;
import org.tilik.pipeline.strata.ItemTraits;

/**
 * What is known of one item that may have spread: whose, when and in answer to what, its family, and when it was visible.
 *
 * <p>It is put together from its rows in items, labels and episodes; {@link #isWhole} says whether the first two are
 * there. Items that are not tracked are here too, since a cascade goes through them, but nobody follows whether they are
 * gone. Times are microseconds since 1970. Flink needs it mutable, with public fields.
 */
public final class SpreadItem {
    /** How items travel between operators. */
    public static final TypeInformation<SpreadItem> TYPE = Types.POJO(SpreadItem.class);

    /** Columns of items that are needed. */
    static final Set<String> ITEM_COLUMNS = Set.of(
            "item_key",
            "account_key",
            "account_followers",
            "kind",
            "posted_at_utc",
            "entered_at_utc",
            "parent_key",
            "origin_key",
            "root_key",
            "from_embedded");

    /** Stands for a time that never came. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final double MICROS_PER_HOUR = 3.6e9;

    public String itemKey;
    /** Lower case. */
    public String platform;

    public String month;
    /** Null where unknown. */
    public String accountKey;
    /** How many followed the account at capture; null where no record of the item states it. */
    public Long accountFollowers;
    /** POST, REPLY, QUOTE or SHARE. */
    public String kind;
    /** Null where unknown. */
    public Long postedAt;
    /** First capture; null where unknown. */
    public Long enteredAt;
    /** The item answered; null for none. */
    public String parentKey;
    /** The item shared or quoted; null for none. */
    public String originKey;
    /** The first item of the thread, where the source states it; null otherwise. */
    public String rootKey;
    /** Whether it was seen only inside other records. */
    public boolean fromEmbedded;
    /** Null as long as the row of labels has not come. */
    public String language;
    /** Null where nothing was scored. */
    public String label;
    /** Null where the item is not tracked. */
    public String trackedBy;
    /** For an item tracked by its family, whether it holds the same file as one that is tracked for its own sake. */
    public boolean exactCopy;
    /** Null where it has no family. */
    public String familyId;
    /** What tells its content from others of the family; null where that is not known. */
    public String variantKey;
    /** Number of each visible span, ascending; empty where nobody follows the item. */
    public int[] spanNumbers = {};
    /** When it was first known to be visible in each span: when it was posted, in the first. */
    public long[] spanBegun = {};
    /** When it was last known to be visible in each span. */
    public long[] spanSeen = {};
    /** When it was first seen gone after each span; {@link #NEVER} where it was not. */
    public long[] spanGone = {};
    /** Whether the span ended by a cause that is removal. */
    public boolean[] spanRemoved = {};
    /** Whether nobody knows by what cause the span ended; it may have been removal. */
    public boolean[] spanUnexplained = {};
    /** Least views before it was gone; null where nobody counted. */
    public Long viewsLower;
    /** Most views before it was gone; null without a later count. */
    public Long viewsUpper;

    /** What the items table states. */
    static SpreadItem of(ItemRow row) {
        SpreadItem part = new SpreadItem();
        part.itemKey = row.itemKey();
        part.platform = row.platform();
        part.month = row.month();
        part.accountKey = row.accountKey();
        part.accountFollowers = row.accountFollowers();
        part.kind = row.kind();
        part.postedAt = row.postedAtUtc() == null ? null : micros(row.postedAtUtc());
        part.enteredAt = row.enteredAtUtc() == null ? null : micros(row.enteredAtUtc());
        part.parentKey = row.parentKey();
        part.originKey = row.originKey();
        part.rootKey = row.rootKey();
        part.fromEmbedded = row.fromEmbedded();
        return part;
    }

    /** What the labels table states. */
    static SpreadItem of(LabelRow row) {
        SpreadItem part = new SpreadItem();
        part.itemKey = row.itemKey();
        part.language = row.language();
        part.label = row.label();
        part.trackedBy = row.trackedBy();
        part.exactCopy = row.isExactCopy();
        part.familyId = row.familyId();
        return part;
    }

    /** What the family_members table states. */
    static SpreadItem of(FamilyMemberRow row) {
        SpreadItem part = new SpreadItem();
        part.itemKey = row.itemKey();
        part.variantKey = row.variantKey();
        return part;
    }

    /** One visible span; the row's clock must be that of posting. */
    static SpreadItem of(EpisodeRow row) {
        SpreadItem part = new SpreadItem();
        part.itemKey = row.itemKey();
        part.viewsLower = row.viewsLower();
        part.viewsUpper = row.viewsUpper();
        if (row.originLoUtc() != null && row.lowerHours() != null) {
            long posted = micros(row.originLoUtc());
            part.spanNumbers = new int[] {row.episodeNo()};
            part.spanSeen = new long[] {posted + Math.round(row.lowerHours() * MICROS_PER_HOUR)};
            boolean isFirst = row.episodeNo() == 1;
            // A later span begins at the sighting after which it is named; the first one at posting, whoever saw it
            // when.
            part.spanBegun = new long[] {
                isFirst || row.entryHours() == null ? posted : posted + Math.round(row.entryHours() * MICROS_PER_HOUR)
            };
            part.spanGone = new long[] {
                row.upperHours() == null ? NEVER : posted + Math.round(row.upperHours() * MICROS_PER_HOUR)
            };
            part.spanRemoved = new boolean[] {RemovalPipeline.isRemoval(row.cause())};
            part.spanUnexplained = new boolean[] {RemovalPipeline.isUnexplained(row.cause())};
        }
        return part;
    }

    /** These two parts of one item together; which comes first does not matter. */
    SpreadItem with(SpreadItem other) {
        SpreadItem item = kind == null ? other : this;
        SpreadItem labels = language == null ? other : this;
        SpreadItem both = new SpreadItem();
        both.itemKey = itemKey;
        both.platform = item.platform;
        both.month = item.month;
        both.accountKey = item.accountKey;
        both.accountFollowers = item.accountFollowers;
        both.kind = item.kind;
        both.postedAt = item.postedAt;
        both.enteredAt = item.enteredAt;
        both.parentKey = item.parentKey;
        both.originKey = item.originKey;
        both.rootKey = item.rootKey;
        both.fromEmbedded = item.fromEmbedded;
        both.language = labels.language;
        both.label = labels.label;
        both.trackedBy = labels.trackedBy;
        both.exactCopy = labels.exactCopy;
        both.familyId = labels.familyId;
        both.variantKey = variantKey == null ? other.variantKey : variantKey;
        both.takeViews(this, other);
        both.takeSpans(this, other);
        return both;
    }

    /** Views only ever grow: those known in one span are the least of all, and all spans must have a most. */
    private void takeViews(SpreadItem one, SpreadItem other) {
        viewsLower = one.viewsLower == null || (other.viewsLower != null && other.viewsLower > one.viewsLower)
                ? other.viewsLower
                : one.viewsLower;
        boolean bothFollowed = one.spanNumbers.length > 0 && other.spanNumbers.length > 0;
        boolean open = bothFollowed && (one.viewsUpper == null || other.viewsUpper == null);
        boolean takeOther = one.viewsUpper == null || (other.viewsUpper != null && other.viewsUpper > one.viewsUpper);
        viewsUpper = open ? null : takeOther ? other.viewsUpper : one.viewsUpper;
    }

    /** The spans of both, in order of their numbers. */
    private void takeSpans(SpreadItem one, SpreadItem other) {
        int n = one.spanNumbers.length + other.spanNumbers.length;
        spanNumbers = new int[n];
        spanBegun = new long[n];
        spanSeen = new long[n];
        spanGone = new long[n];
        spanRemoved = new boolean[n];
        spanUnexplained = new boolean[n];
        int i = 0;
        int j = 0;
        for (int k = 0; k < n; k++) {
            boolean fromOne = j == other.spanNumbers.length
                    || (i < one.spanNumbers.length && one.spanNumbers[i] <= other.spanNumbers[j]);
            SpreadItem from = fromOne ? one : other;
            int at = fromOne ? i++ : j++;
            spanNumbers[k] = from.spanNumbers[at];
            spanBegun[k] = from.spanBegun[at];
            spanSeen[k] = from.spanSeen[at];
            spanGone[k] = from.spanGone[at];
            spanRemoved[k] = from.spanRemoved[at];
            spanUnexplained[k] = from.spanUnexplained[at];
        }
    }

    /** Whether the item is in the inputs and has been labelled. */
    public boolean isWhole() {
        return kind != null && language != null;
    }

    /** Whether the study measures it, for its own sake or as a member of a family. */
    public boolean isTracked() {
        return trackedBy != null;
    }

    /** Whether headline measures count it: not where only its family is tracked, unless it is a share or an exact copy. */
    public boolean isCounted() {
        return isTracked() && (!TrackedBy.FAMILY.id().equals(trackedBy) || exactCopy || isShare());
    }

    /** How many followed the account at capture, {@link Reach#NOT_STATED} where no record of the item states it. */
    public long followers() {
        return accountFollowers == null ? Reach.NOT_STATED : accountFollowers;
    }

    /** Whether it shares another item. */
    public boolean isShare() {
        return EventKind.SHARE.name().equals(kind);
    }

    /** Whether it was seen gone, at whatever time and for whatever cause. */
    public boolean isEverGone() {
        return Arrays.stream(spanGone).anyMatch(gone -> gone != NEVER);
    }

    /** Whether it was seen gone by a cause that is removal. */
    public boolean isEverRemoved() {
        for (int i = 0; i < spanGone.length; i++) {
            if (spanGone[i] != NEVER && spanRemoved[i]) {
                return true;
            }
        }
        return false;
    }

    /** What a study may group by. */
    public ItemTraits traits() {
        return new ItemTraits(platform, month, kind, language, label, trackedBy);
    }

    private static long micros(Instant time) {
        return Math.addExact(
                TimeUnit.SECONDS.toMicros(time.getEpochSecond()), TimeUnit.NANOSECONDS.toMicros(time.getNano()));
    }
}
