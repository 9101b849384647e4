// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.Set;
import org.tilik.formats.SourceSelection;
import org.tilik.model.EventKind;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.classify.Standings;
import org.tilik.pipeline.classify.TrackedBy;
import org.tilik.pipeline.strata.ItemTraits;

/**
 * What is known of one tracked item besides its observations. It comes in two parts, one of the items table and one of the
 * labels table, which has rows for tracked items only. Flink needs it mutable, with public fields.
 */
public final class TrackedItem {
    public String platform;
    public String month;
    public String itemKey;
    /** Null where the account is unknown or deleted. */
    public String accountKey;
    /** POST, REPLY, QUOTE or SHARE. */
    public String kind;
    /** Primary language subtag, or {@code und}. */
    public String language;
    /** {@code all}, {@code known}, {@code label} or {@code family}. */
    public String trackedBy;
    /** Label of the text; null where nothing was scored. */
    public String label;
    /** Null where the item has no family. */
    public String familyId;
    /** For an item tracked by its family, whether it holds the same file as one that is tracked for its own sake. */
    public boolean exactCopy;
    /** Null when unknown. */
    public Instant postedAt;
    /** First capture; null when no input states it. */
    public Instant enteredAt;
    /** What brought it into the data; {@link SourceSelection}. */
    public String selection = SourceSelection.INDEPENDENT_OF_REMOVAL.name();
    /** Cumulative views at the last capture that states them; null where none does. */
    public Long viewsLast;
    /** Whether the first capture found only a stub, so that it is no sighting of the item alive. */
    public boolean seenAsStub;
    /** Whether its source would also have told of it, had it been gone by its first capture. */
    public boolean keepsStubs;
    /** Whether a push stream that delivered the item would also have sent notice of its disappearance. */
    public boolean notified;
    /** Whether the item would be here had it gone before its first capture, so that it is under observation from 0. */
    public boolean followedFromStart;
    /** When a list that selected the item named it: the item is under observation no earlier; null for no such limit. */
    public Instant listedAt;
    /** Whether there is such a limit, but nobody wrote down the time. */
    public boolean listedAtUnknown;
    /** How near it is to being tracked by its scores, or not being tracked. */
    public Standing standing = Standing.TRACKED;

    /**
     * The part that the items table states.
     *
     * @param selectedOnRemoval names of the inputs that hold only what was removed; an item belongs to the input that
     *     delivered it first
     */
    static TrackedItem of(ItemRow row, Set<String> selectedOnRemoval) {
        TrackedItem part = new TrackedItem();
        part.platform = row.platform();
        part.month = row.month();
        part.itemKey = row.itemKey();
        part.accountKey = row.accountKey();
        part.kind = row.kind();
        part.postedAt = row.postedAtUtc();
        part.enteredAt = row.enteredAtUtc();
        part.seenAsStub = row.seenAsStub();
        part.keepsStubs = row.keepsStubs();
        part.notified = row.isNotified();
        part.viewsLast = row.viewsLast();
        if (selectedOnRemoval.contains(row.sourceFile())) {
            part.selection = SourceSelection.SELECTED_ON_REMOVAL.name();
        }
        return part;
    }

    /** The part that the labels table states. */
    static TrackedItem of(LabelRow row, Standings standings) {
        TrackedItem part = new TrackedItem();
        part.itemKey = row.itemKey();
        part.language = row.language();
        part.trackedBy = row.trackedBy();
        part.label = row.label();
        part.familyId = row.familyId();
        part.exactCopy = row.isExactCopy();
        part.followedFromStart = row.isFollowedFromStart();
        part.listedAt = row.listedAtUtc();
        part.listedAtUnknown = row.isListedAtUnknown();
        part.standing = standings.of(row);
        return part;
    }

    /** This part and the other one together. */
    TrackedItem with(TrackedItem other) {
        TrackedItem item = kind == null ? other : this;
        TrackedItem labels = kind == null ? this : other;
        TrackedItem both = new TrackedItem();
        both.platform = item.platform;
        both.month = item.month;
        both.itemKey = item.itemKey;
        both.accountKey = item.accountKey;
        both.kind = item.kind;
        both.postedAt = item.postedAt;
        both.enteredAt = item.enteredAt;
        both.seenAsStub = item.seenAsStub;
        both.keepsStubs = item.keepsStubs;
        both.notified = item.notified;
        both.viewsLast = item.viewsLast;
        both.selection = item.selection;
        both.language = labels.language;
        both.trackedBy = labels.trackedBy;
        both.label = labels.label;
        both.familyId = labels.familyId;
        both.exactCopy = labels.exactCopy;
        both.followedFromStart = labels.followedFromStart;
        both.listedAt = labels.listedAt;
        both.listedAtUnknown = labels.listedAtUnknown;
        both.standing = labels.standing;
        return both;
    }

    /** Whether it is followed only to be held against what is tracked: nearly tracked, or not at all. */
    boolean isBeside() {
        return kind != null && language != null && (standing == Standing.NEARLY || standing == Standing.NOT);
    }

    /** The item as if its text had selected it, so that it is followed from its first capture on. */
    TrackedItem asLabelled() {
        TrackedItem labelled = with(this);
        labelled.trackedBy = TrackedBy.LABEL.id();
        labelled.followedFromStart = false;
        labelled.listedAt = null;
        labelled.listedAtUnknown = false;
        return labelled;
    }

    /** Whether both parts are there: the item is in the inputs, and it is tracked. */
    boolean isWhole() {
        return kind != null && trackedBy != null;
    }

    /** Whether only another member of its family is tracked, and the item is neither a share nor an exact copy of that. */
    boolean isFamilyOnly() {
        return TrackedBy.FAMILY.id().equals(trackedBy) && !exactCopy && !isShare();
    }

    /** Whether it shares another item. */
    boolean isShare() {
        return EventKind.SHARE.name().equals(kind);
    }

    /** Whether the item is in the data because it was removed, so that it may enter no risk set. */
    boolean isSelectedOnRemoval() {
        return SourceSelection.SELECTED_ON_REMOVAL.name().equals(selection);
    }

    /**
     * When it came under observation; null = it was from the start.
     *
     * @param capture its first capture or look, null for none
     */
    Instant watchedFrom(Instant capture) {
        Instant captured = followedFromStart ? null : capture;
        if (captured == null || listedAt == null) {
            return captured == null ? listedAt : captured;
        }
        return captured.isAfter(listedAt) ? captured : listedAt;
    }

    /** What a study may group by. */
    ItemTraits traits() {
        return new ItemTraits(platform, month, kind, language, label, trackedBy);
    }
}
