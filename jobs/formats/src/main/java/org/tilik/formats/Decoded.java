// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.util.List;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;

/** What became of one raw record: events, left out on purpose, or rejected with a reason; there is no fourth way. */
public sealed interface Decoded {
    /** The record was understood; exactly one of the events is primary and it comes first. */
    record Events(List<Event> events) implements Decoded {}

    /** The record is sound but is no item or observation. */
    record Ignored(IgnoreReason reason) implements Decoded {}

    /**
     * The record cannot be used.
     *
     * @param reason why, from the closed set
     * @param detail what was found and what was expected, never the record's text
     */
    record Rejected(RejectReason reason, String detail) implements Decoded {}
}
