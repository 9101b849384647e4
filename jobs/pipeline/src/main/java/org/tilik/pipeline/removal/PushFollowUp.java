// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tilik.pipeline.removal.Look.Finding;

/**
 * What the silence of a push stream says about an item: nobody sent word, so it was visible until the watch ended.
 *
 * <p>An item that the stream would have sent notice of is followed from a sighting to the end of the span in which the
 * stream was watched. There its follow-up ends, whatever is learnt later: among the items that went in the gap only some
 * are ever heard of again. A sighting after the gap begins anew. A notice counts only for an item that was being followed
 * when it came; for any other, like one seen only inside a retweet, it is not known that silence would have meant
 * anything, and to believe the notices alone would make every such item go.
 */
final class PushFollowUp {
    private final List<Coverage.Span> spans;
    private final List<List<Look>> parts = new ArrayList<>();
    private List<Look> part = new ArrayList<>();
    /** The span in which the item was last seen, null where nobody watched then. */
    private Coverage.Span watch;

    private boolean visible;
    private int leftOut;

    private PushFollowUp(List<Coverage.Span> spans) {
        this.spans = spans;
    }

    /**
     * The looks at an item that count, in order of time.
     *
     * @param parts at least one; between two of them the follow-up broke off
     * @param leftOut looks that found it gone while it was not followed
     */
    record Followed(List<List<Look>> parts, int leftOut) {}

    /**
     * The looks at an item, cut where its follow-up broke off.
     *
     * @param looks in order of time
     * @param spans when the streams of the item's platform were watched
     * @param notified whether they would have sent notice of this item
     */
    static Followed of(List<Look> looks, List<Coverage.Span> spans, boolean notified) {
        if (spans.isEmpty()) {
            return believed(looks, looks);
        }
        if (!notified) {
            List<Look> others = looks.stream().filter(look -> !look.isExact()).toList();
            return believed(others, looks);
        }
        PushFollowUp followUp = new PushFollowUp(spans);
        looks.forEach(followUp::take);
        return followUp.end();
    }

    /**
     * Of a source that names only what is gone, what lies within the time in which somebody looked who would have told
     * of survivors too: else those that went would be measured, and those that stayed would not.
     */
    private static Followed believed(List<Look> looks, List<Look> all) {
        Instant followedUntil = looks.stream()
                .filter(look -> !look.oneSided())
                .map(Look::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        List<Look> kept = looks.stream()
                .filter(look -> look.foundIt() || !look.oneSided() || !look.at().isAfter(followedUntil))
                .toList();
        return new Followed(List.of(kept), all.size() - kept.size());
    }

    private void take(Look look) {
        if (watch != null && look.at().isAfter(watch.until()) && breaksOff(look)) {
            cut();
        }
        if (look.foundIt()) {
            part.add(look);
            visible = true;
            watch = spanAt(look.at());
        } else if ((part.isEmpty() && !parts.isEmpty()) || (look.isExact() && watch == null)) {
            leftOut++;
        } else {
            part.add(look);
            visible = false;
        }
    }

    /** A sighting shows that mere absence before was an error, so that the item was visible when the gap began. */
    private boolean breaksOff(Look look) {
        boolean onlyAbsent = part.get(part.size() - 1).finding() == Finding.ABSENT;
        return visible || (look.foundIt() && onlyAbsent);
    }

    private void cut() {
        while (part.get(part.size() - 1).finding() == Finding.ABSENT) {
            part.remove(part.size() - 1);
        }
        part.add(Look.alive(watch.until()));
        parts.add(part);
        part = new ArrayList<>();
        visible = false;
        watch = null;
    }

    private Followed end() {
        if (visible && watch != null) {
            part.add(Look.alive(watch.until()));
        }
        if (!part.isEmpty() || parts.isEmpty()) {
            parts.add(part);
        }
        return new Followed(parts, leftOut);
    }

    private Coverage.Span spanAt(Instant time) {
        return spans.stream().filter(span -> span.contains(time)).findFirst().orElse(null);
    }
}
