// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.tilik.model.Actor;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.Scope;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.study.Study;

/**
 * Merges the events of one item after the other, in {@link MergeOrder}, into one item row and its observation rows, and
 * gives every record its disposition. Holds a constant amount per item and a bit for each look, however often it was captured.
 *
 * <p>The first record that delivers an item is the item; the same event again is a duplicate; a later capture is an
 * observation: alive where the content was visible, counts where only a stub was left; a look at its channel or thread that
 * lacks it is one too ({@link PlaceLooks}). Everything about an item outside
 * the window or of a suppressed item or account is left out. Observations of ids that no record delivers are kept, with
 * the month {@code unknown} and the age that the id itself states.
 */
final class ItemMerge {
    private static final String UNKNOWN_MONTH = "unknown";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);
    /** The reason of looks at a channel or thread that lack an item. */
    private static final String MISSING = "missing_from_capture";

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double NANOS_PER_HOUR = 3600e9;

    private final Study.Window window;
    private final boolean dropText;
    private final String runId;
    private final Consumer<ItemRow> items;
    /** Takes items that the table holds without their text, with it, for as long as it takes to classify them. */
    private final Consumer<ItemRow> itemsWithText;

    private final Consumer<ObservationRow> observations;
    private final MergeTally.Builder tally = new MergeTally.Builder();
    private final ItemLooks looks;

    private String itemKey;
    private ItemDraft draft;
    private String month = UNKNOWN_MONTH;
    private IgnoreReason ignoredAs;
    private CaptureRow previous;
    private final Set<CaptureRow> seenAtThisTime = new HashSet<>();

    ItemMerge(
            Study.Window window,
            boolean dropText,
            String runId,
            PlaceLooks looks,
            Consumer<ItemRow> items,
            Consumer<ItemRow> itemsWithText,
            Consumer<ObservationRow> observations) {
        this.window = window;
        this.dropText = dropText;
        this.runId = runId;
        this.looks = new ItemLooks(looks);
        this.items = items;
        this.itemsWithText = itemsWithText;
        this.observations = observations;
    }

    /** Takes the next event; events of one item come one after the other. */
    void accept(CaptureRow event, boolean suppressed) {
        if (!event.itemKey().equals(itemKey)) {
            finishItem();
            itemKey = event.itemKey();
            ignoredAs = suppressed ? IgnoreReason.SUPPRESSED : null;
        }
        boolean existence = MergeOrder.isExistence(event);
        if (isAboutItem(event)) {
            looks.take(event, existence);
        }
        if (draft == null && ignoredAs == null && isOutsideWindow(event, existence)) {
            ignoredAs = IgnoreReason.OUTSIDE_WINDOW;
        }
        if (ignoredAs != null) {
            tally.ignore(ignoredAs, event.isPrimary());
        } else if (isDuplicate(event)) {
            tally.duplicate(event.isPrimary());
        } else if (existence && draft == null) {
            draft = new ItemDraft(event);
            month = month(draft.posted());
            tally.item(event.isPrimary());
        } else {
            observe(event, existence);
        }
    }

    private boolean isOutsideWindow(CaptureRow event, boolean existence) {
        Instant posted = existence ? event.timeHiUtc() : event.idTimeUtc();
        return (existence || posted != null) && !window.contains(posted);
    }

    /** The tally, after the last event; hands over the last item. */
    MergeTally finish() {
        finishItem();
        return tally.build();
    }

    private void finishItem() {
        if (looks.takesNumber()) {
            tally.numberWithItem();
        }
        if (draft != null) {
            look();
            items.accept(draft.toRow(month, dropText, runId));
            if (dropText) {
                itemsWithText.accept(draft.toRow(month, false, runId));
            }
        }
        draft = null;
        month = UNKNOWN_MONTH;
        previous = null;
        seenAtThisTime.clear();
        looks.clear();
    }

    /** Tells of the looks that would have shown the item and did not. */
    private void look() {
        List<PlaceLook> missing = looks.missing();
        for (PlaceLook look : missing) {
            draft.missedAt(look.until());
            observations.accept(missed(look));
            tally.observation(false);
        }
        tally.looked(!missing.isEmpty(), looks.contradicted());
    }

    private void observe(CaptureRow event, boolean existence) {
        // The earliest capture stands in the item's own row: where it comes late, the one that stood there is told
        // instead.
        CaptureRow told = existence && draft != null ? draft.laterOf(event) : event;
        if (draft != null && isAboutItem(event)) {
            draft.see(event);
        } else if (draft == null && isAboutItem(event) && event.kind().equals(EventKind.REMOVAL.name())) {
            tally.unmatchedRemoval(age(event.idTimeUtc(), event.timeHiUtc()));
        }
        observations.accept(existence ? laterCapture(told) : observation(told));
        tally.observation(event.isPrimary());
    }

    /** Equal events have equal times and so stand next to each other; most events have times of their own. */
    private boolean isDuplicate(CaptureRow event) {
        CaptureRow before = previous;
        previous = event;
        if (before == null || !areOfSameTimes(before, event)) {
            seenAtThisTime.clear();
            return false;
        }
        if (seenAtThisTime.isEmpty()) {
            seenAtThisTime.add(withoutPlace(before));
        }
        return !seenAtThisTime.add(withoutPlace(event));
    }

    private static boolean areOfSameTimes(CaptureRow one, CaptureRow other) {
        return Objects.equals(one.capturedAtUtc(), other.capturedAtUtc())
                && Objects.equals(one.timeHiUtc(), other.timeHiUtc())
                && Objects.equals(one.timeLoUtc(), other.timeLoUtc());
    }

    /** What makes two events equal: not where they stand, nor how many then followed the author, who is not the item. */
    private static CaptureRow withoutPlace(CaptureRow row) {
        return new CaptureRow(
                row.platform(),
                row.kind(),
                row.scope(),
                row.itemKey(),
                row.accountKey(),
                null,
                row.parentKey(),
                row.originKey(),
                row.rootKey(),
                row.timeLoUtc(),
                row.timeHiUtc(),
                row.timePrecision(),
                row.capturedAtUtc(),
                row.isVisible(),
                row.isExplicit(),
                row.declaredLanguage(),
                row.text(),
                row.urls(),
                row.mediaHashes(),
                row.likes(),
                row.shares(),
                row.replies(),
                row.quotes(),
                row.views(),
                row.actor(),
                row.reach(),
                row.countries(),
                row.recheck(),
                row.channel(),
                row.decision(),
                row.reason(),
                row.placeKey(),
                row.placeNumber(),
                row.idTimeUtc(),
                row.fromEmbedded(),
                row.isNotified(),
                row.isOneSided(),
                row.isPrimary(),
                "",
                null,
                0);
    }

    /** An account, a thread or a web address may have the same id as an item. */
    private static boolean isAboutItem(CaptureRow event) {
        return event.scope().equals(Scope.ITEM.name());
    }

    private ObservationRow laterCapture(CaptureRow event) {
        boolean alive = event.isVisible();
        EventKind kind = alive ? EventKind.RECHECK : EventKind.COUNTS;
        String outcome = alive ? RecheckOutcome.ALIVE.name() : null;
        boolean oneSided = alive && !keepsStubs(event.platform()) && !looks.isLook(event);
        return row(event, kind.name(), outcome, oneSided, event.capturedAtUtc(), event.capturedAtUtc());
    }

    private ObservationRow observation(CaptureRow event) {
        String outcome = event.recheck() != null ? event.recheck() : event.decision();
        return row(
                event,
                event.kind(),
                outcome,
                event.isOneSided() && !looks.isLook(event),
                event.timeLoUtc(),
                event.timeHiUtc());
    }

    private ObservationRow row(
            CaptureRow event, String kind, String outcome, boolean oneSided, Instant lo, Instant hi) {
        boolean known = draft != null && isAboutItem(event);
        Instant posted = known ? draft.posted() : event.idTimeUtc();
        return new ObservationRow(
                event.platform(),
                known ? month : UNKNOWN_MONTH,
                event.itemKey(),
                event.scope(),
                kind,
                lo,
                hi,
                event.capturedAtUtc(),
                hours(age(posted, hi)),
                outcome,
                event.isExplicit(),
                oneSided,
                event.actor(),
                event.reach(),
                event.countries(),
                event.channel(),
                event.reason(),
                event.likes(),
                event.shares(),
                event.replies(),
                event.quotes(),
                event.views(),
                event.sourceFile(),
                event.sourceMember(),
                event.sourceRecord(),
                runId);
    }

    /** Absent, with nobody saying why or who; the look's first record stands for all of them. */
    private ObservationRow missed(PlaceLook look) {
        return new ObservationRow(
                draft.platform(),
                month,
                itemKey,
                Scope.ITEM.name(),
                EventKind.RECHECK.name(),
                look.until(),
                look.until(),
                look.until(),
                hours(age(draft.posted(), look.until())),
                RecheckOutcome.GONE.name(),
                false,
                false,
                Actor.UNKNOWN.name(),
                null,
                List.of(),
                null,
                MISSING,
                null,
                null,
                null,
                null,
                null,
                look.file(),
                look.member().isEmpty() ? null : look.member(),
                look.record(),
                runId);
    }

    private static Duration age(Instant posted, Instant time) {
        return posted == null || time == null ? null : Duration.between(posted, time);
    }

    private static Double hours(Duration age) {
        return age == null ? null : age.getSeconds() / SECONDS_PER_HOUR + age.getNano() / NANOS_PER_HOUR;
    }

    private static String month(Instant posted) {
        return posted == null ? UNKNOWN_MONTH : MONTH.format(posted);
    }

    /** Whether dumps of this platform also hold stubs of what was gone before the first capture. */
    static boolean keepsStubs(String platform) {
        return platform.equals(Platform.REDDIT.id());
    }
}
