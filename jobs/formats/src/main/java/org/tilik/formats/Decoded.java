// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.util.List;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;
import org.tilik.model.LedgerEntry;
import org.tilik.model.RejectReason;

/** What became of one raw record: events, an entry of a ledger, left out on purpose, or rejected with a reason. */
public sealed interface Decoded {
    /** The number in a channel or thread that the record fills; null for none, or where nobody can say. */
    default Numbered numbered() {
        return null;
    }

    /** The record was understood; exactly one of the events is primary and it comes first. */
    record Events(List<Event> events) implements Decoded {
        @Override
        public Numbered numbered() {
            return Numbered.of(events.get(0));
        }
    }

    /** The record is an entry of a ledger, which is counted and never joined to items. */
    record Ledger(LedgerEntry entry) implements Decoded {}

    /**
     * The record is sound but is no item or observation.
     *
     * @param reason why it is left out
     * @param numbered the number in a place that it fills nevertheless, or null
     */
    record Ignored(IgnoreReason reason, Numbered numbered) implements Decoded {
        /** A record that fills no number. */
        public Ignored(IgnoreReason reason) {
            this(reason, null);
        }
    }

    /**
     * The record cannot be used.
     *
     * @param reason why, from the closed set
     * @param detail what was found and what was expected, never the record's text
     * @param numbered the number in a place that it fills, where that can be told nevertheless, or null
     */
    record Rejected(RejectReason reason, String detail, Numbered numbered) implements Decoded {
        /** A record of which nobody can say what number it fills. */
        public Rejected(RejectReason reason, String detail) {
            this(reason, detail, null);
        }
    }
}
