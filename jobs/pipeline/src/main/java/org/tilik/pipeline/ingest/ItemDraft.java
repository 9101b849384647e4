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
    private String earliest;
    private Instant entered;
    private boolean stub;
    private boolean embedded;
    private boolean notified;
    private Instant lastAlive;
    private Instant observedUntil;
    private CaptureRow words;
    private String wordsAt;
    private String account;
    private String accountAt;
    private CaptureRow counts;
    private String countsAt;

    ItemDraft(CaptureRow first) {
        this.first = first;
        this.embedded = first.fromEmbedded();
        see(first);
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
        String at = MergeOrder.capture(event);
        if (hasCounts && (countsAt == null || at.compareTo(countsAt) > 0)) {
            counts = event;
            countsAt = at;
        }
    }

    private void capture(CaptureRow event) {
        String at = MergeOrder.capture(event);
        if (earliest == null || at.compareTo(earliest) < 0) {
            earliest = at;
            entered = event.capturedAtUtc();
            stub = !event.isVisible();
        }
        embedded &= event.fromEmbedded();
        notified |= event.isNotified();
        urls.addAll(event.urls());
        mediaHashes.addAll(event.mediaHashes());
        if (event.isVisible()) {
            lastAlive = later(lastAlive, event.capturedAtUtc());
        }
        if (event.text() != null && (wordsAt == null || at.compareTo(wordsAt) < 0)) {
            words = event;
            wordsAt = at;
        }
        if (event.accountKey() != null && (accountAt == null || at.compareTo(accountAt) < 0)) {
            account = event.accountKey();
            accountAt = at;
        }
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
                account,
                first.kind(),
                posted(),
                entered,
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
                stub,
                ItemMerge.keepsStubs(first.platform()),
                embedded,
                notified,
                first.sourceFile(),
                first.sourceMember(),
                first.sourceRecord(),
                runId);
    }
}
