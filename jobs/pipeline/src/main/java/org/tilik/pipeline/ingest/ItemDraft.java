// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.tilik.model.EventKind;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.ItemRow;

/**
 * An item while its captures are merged: each field is that of the earliest capture that states it, counts are those of
 * the latest. Earliest and latest are by time of capture, ties by place in the dumps, so that the result does not depend
 * on the order of arrival.
 */
final class ItemDraft {
    private final CaptureRow first;
    private final TreeSet<String> urls = new TreeSet<>();
    private final TreeSet<String> mediaHashes = new TreeSet<>();
    private CaptureRow earliest;
    private boolean embedded;
    private boolean notified;
    private Instant lastAlive;
    private Instant observedUntil;
    private CaptureRow words;
    private CaptureRow account;
    private CaptureRow followed;
    private CaptureRow counts;

    ItemDraft(CaptureRow first) {
        this.first = first;
        this.embedded = first.fromEmbedded();
        see(first);
    }

    /** Its platform. */
    String platform() {
        return first.platform();
    }

    /** When the item was posted. */
    Instant posted() {
        return first.timeHiUtc();
    }

    /** Takes in what one more event says about the item. */
    void see(CaptureRow event) {
        observedUntil = later(later(observedUntil, event.capturedAtUtc()), event.timeHiUtc());
        if (MergeOrder.isExistence(event)) {
            capture(event);
        } else if (RecheckOutcome.ALIVE.name().equals(event.recheck())
                || event.kind().equals(EventKind.REAPPEARANCE.name())) {
            lastAlive = later(lastAlive, event.timeHiUtc());
        }
        boolean hasCounts = event.likes() != null
                || event.shares() != null
                || event.replies() != null
                || event.quotes() != null
                || event.views() != null;
        if (hasCounts && (counts == null || MergeOrder.CAPTURES.compare(event, counts) > 0)) {
            counts = event;
        }
    }

    /** Takes in that somebody looked for the item in vain then. */
    void missedAt(Instant time) {
        observedUntil = later(observedUntil, time);
    }

    /** The later of this capture and the earliest so far, where both state when they were made; else this one. */
    CaptureRow laterOf(CaptureRow event) {
        boolean isEarliest = event.capturedAtUtc() != null
                && earliest.capturedAtUtc() != null
                && event.capturedAtUtc().isBefore(earliest.capturedAtUtc());
        return isEarliest ? earliest : event;
    }

    private void capture(CaptureRow event) {
        earliest = earlier(earliest, event);
        embedded &= event.fromEmbedded();
        notified |= event.isNotified();
        urls.addAll(event.urls());
        mediaHashes.addAll(event.mediaHashes());
        if (event.isVisible()) {
            lastAlive = later(lastAlive, event.capturedAtUtc());
        }
        if (event.text() != null) {
            words = earlier(words, event);
        }
        if (event.accountKey() != null) {
            account = earlier(account, event);
        }
        if (event.accountFollowers() != null) {
            followed = earlier(followed, event);
        }
    }

    private static CaptureRow earlier(CaptureRow known, CaptureRow event) {
        return known == null || MergeOrder.CAPTURES.compare(event, known) < 0 ? event : known;
    }

    private static Instant later(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    ItemRow toRow(String month, boolean dropText, String runId) {
        CaptureRow spoken = words == null ? first : words;
        CaptureRow counted = counts == null ? first : counts;
        return new ItemRow(
                first.platform(),
                month,
                first.itemKey(),
                account == null ? null : account.accountKey(),
                first.kind(),
                posted(),
                earliest.capturedAtUtc(),
                lastAlive,
                observedUntil,
                first.parentKey(),
                first.originKey(),
                first.rootKey(),
                spoken.declaredLanguage(),
                dropText ? null : spoken.text(),
                List.copyOf(urls),
                List.copyOf(mediaHashes),
                counted.likes(),
                counted.shares(),
                counted.replies(),
                counted.quotes(),
                counted.views(),
                followed == null ? null : followed.accountFollowers(),
                !earliest.isVisible(),
                ItemMerge.keepsStubs(first.platform()),
                embedded,
                notified,
                first.sourceFile(),
                first.sourceMember(),
                first.sourceRecord(),
                runId);
    }
}
