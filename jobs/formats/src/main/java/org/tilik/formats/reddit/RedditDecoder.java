// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import java.time.Instant;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonObjects;

/** Decodes submissions (RS) and comments (RC) of all eras of the Reddit dumps; one instance per thread. */
public final class RedditDecoder implements RecordDecoder {
    private final JsonObjects objects = new JsonObjects("one submission or comment");
    private final Instant capturedAt;
    private final RedditRecord fields = new RedditRecord();

    /** A decoder for records that state no capture time of their own to be dated with this one, or null when unknown. */
    public RedditDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        Optional<Decoded.Rejected> unreadable = objects.read(record, fields::read);
        return unreadable.isPresent()
                ? unreadable.get()
                : new RedditEvents(fields, record.source(), capturedAt).decode();
    }
}
