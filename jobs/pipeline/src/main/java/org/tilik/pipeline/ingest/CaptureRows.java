// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.List;
import org.tilik.model.Event;
import org.tilik.model.table.CaptureRow;

/** Turns pseudonymised events into rows of the captures table. */
public final class CaptureRows {
    private CaptureRows() {}

    /** The row of this event; its ids must be pseudonyms already. */
    public static CaptureRow of(Event event) {
        return new CaptureRow(
                event.platform().id(),
                event.kind().name(),
                event.scope().name(),
                event.itemId(),
                event.accountId(),
                event.accountFollowers(),
                event.parentId(),
                event.originId(),
                event.rootId(),
                event.timeLo(),
                event.timeHi(),
                name(event.precision()),
                event.capturedAt(),
                event.visible(),
                event.explicit(),
                event.declaredLanguage(),
                event.text(),
                list(event.urls()),
                list(event.mediaHashes()),
                event.counts().likes(),
                event.counts().shares(),
                event.counts().replies(),
                event.counts().quotes(),
                event.counts().views(),
                name(event.actor()),
                name(event.reach()),
                list(event.countries()),
                name(event.recheck()),
                event.channel(),
                name(event.decision()),
                event.reason(),
                event.placeId(),
                event.placeNumber(),
                event.idTime(),
                event.fromEmbedded(),
                event.notified(),
                event.oneSided(),
                event.primary(),
                event.source().file(),
                event.source().member().isEmpty() ? null : event.source().member(),
                event.source().record());
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static List<String> list(List<String> values) {
        return values == null ? List.of() : values;
    }
}
