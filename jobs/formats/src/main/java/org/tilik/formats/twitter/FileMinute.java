// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.Instant;
import java.util.OptionalLong;
import org.tilik.formats.container.MinuteFiles;
import org.tilik.model.SourcePosition;

/** The minute in the name of the member, else of the file, that a record stands in; names are read once each. */
final class FileMinute {
    private static final long SECONDS_PER_MINUTE = 60;

    private SourcePosition place = new SourcePosition("", "", 0);
    private Instant minute;

    /** The minute, or null where the names say none. */
    Instant of(SourcePosition source) {
        if (!source.member().equals(place.member()) || !source.file().equals(place.file())) {
            place = source;
            OptionalLong byMember = MinuteFiles.minute(source.member());
            OptionalLong found = byMember.isPresent() ? byMember : MinuteFiles.minute(source.file());
            minute = found.isPresent() ? Instant.ofEpochSecond(found.getAsLong() * SECONDS_PER_MINUTE) : null;
        }
        return minute;
    }
}
