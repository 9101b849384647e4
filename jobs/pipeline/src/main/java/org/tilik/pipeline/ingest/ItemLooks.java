// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.table.CaptureRow;

/**
 * What the looks at its channel or thread say of one item after the other: which of them show it and which, after it was last
 * seen, do not. Holds one bit for each look at the place.
 */
final class ItemLooks {
    private final PlaceLooks looks;
    private List<PlaceLook> ofPlace = List.of();
    private final BitSet showing = new BitSet();
    private long number;
    private Instant posted;
    private Instant lastSeen;
    private boolean isItem;
    private boolean isInChannel;

    ItemLooks(PlaceLooks looks) {
        this.looks = looks;
    }

    /** Begins the next item. */
    void clear() {
        ofPlace = List.of();
        showing.clear();
        number = 0;
        posted = null;
        lastSeen = null;
        isItem = false;
        isInChannel = false;
    }

    /**
     * Takes in what an event says about the item.
     *
     * @param exists whether it delivers the item itself
     */
    void take(CaptureRow event, boolean exists) {
        isItem |= exists;
        if (exists) {
            posted = posted == null ? event.timeHiUtc() : posted;
            // Where nobody knows when it was captured, it was there when it was posted at least.
            see(event.capturedAtUtc() == null ? event.timeHiUtc() : event.capturedAtUtc());
        } else if (RecheckOutcome.ALIVE.name().equals(event.recheck())
                || event.kind().equals(EventKind.REAPPEARANCE.name())) {
            see(event.timeHiUtc());
        }
        if (event.placeNumber() == null) {
            return;
        }
        if (ofPlace.isEmpty()) {
            ofPlace = looks.at(event.placeKey());
            number = event.placeNumber();
            isInChannel = event.platform().equals(Platform.TELEGRAM.id());
        }
        int look = lookOf(event);
        if (look >= 0) {
            showing.set(look);
        }
    }

    private void see(Instant time) {
        lastSeen = lastSeen == null || (time != null && time.isAfter(lastSeen)) ? time : lastSeen;
    }

    private int lookOf(CaptureRow event) {
        for (int i = 0; i < ofPlace.size(); i++) {
            if (ofPlace.get(i).holds(event)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether this record belongs to a look that would have told had it been the other way. */
    boolean isLook(CaptureRow event) {
        int look = event.placeNumber() == null ? -1 : lookOf(event);
        return look >= 0 && ofPlace.get(look).covers(event.placeNumber());
    }

    /** The looks that began after the item was last seen and do not show it: the first and the last of them. */
    List<PlaceLook> missing() {
        List<PlaceLook> missing = new ArrayList<>();
        for (PlaceLook look : unseen()) {
            if (lastSeen == null || look.from().isAfter(lastSeen)) {
                missing.add(look);
            }
        }
        return missing.size() <= 2 ? missing : List.of(missing.get(0), missing.get(missing.size() - 1));
    }

    /** How many looks do not show it though it was posted before and seen later, or while they lasted. */
    int contradicted() {
        int contradicted = 0;
        for (PlaceLook look : unseen()) {
            boolean wasSeenLater = lastSeen != null && !look.from().isAfter(lastSeen);
            contradicted += wasSeenLater && (posted == null || look.from().isAfter(posted)) ? 1 : 0;
        }
        return contradicted;
    }

    private List<PlaceLook> unseen() {
        List<PlaceLook> unseen = new ArrayList<>();
        for (int i = 0; i < ofPlace.size(); i++) {
            if (!showing.get(i) && ofPlace.get(i).covers(number)) {
                unseen.add(ofPlace.get(i));
            }
        }
        return unseen;
    }

    /** Whether it takes one of the numbers that looks at channels hold. */
    boolean takesNumber() {
        return isItem
                && isInChannel
                && ofPlace.stream().anyMatch(look -> look.lowest() <= number && number <= look.highest());
    }
}
