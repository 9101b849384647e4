// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.model.SourcePosition;

/** The minute that the name of a push stream's file states: {@code …/YYYY/MM/DD/HH/MM.json.bz2}. */
public final class MinuteFile {
    private static final Pattern NAME =
            Pattern.compile("(?:^|/)(\\d{4})/(\\d{2})/(\\d{2})/(\\d{2})/(\\d{2})\\.json(?:\\.[a-z0-9]+)?$");

    private MinuteFile() {}

    /** The minute named by the archive member or else by the file, taken as UTC; empty where neither names one. */
    public static Optional<Instant> minute(SourcePosition source) {
        Optional<Instant> byMember = minute(source.member());
        return byMember.isPresent() ? byMember : minute(source.file());
    }

    /** The minute that this path names, taken as UTC. */
    public static Optional<Instant> minute(String path) {
        Matcher name = NAME.matcher(path);
        if (!name.find()) {
            return Optional.empty();
        }
        try {
            LocalDateTime minute =
                    LocalDateTime.of(part(name, 1), part(name, 2), part(name, 3), part(name, 4), part(name, 5));
            return Optional.of(minute.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            // Five numbers that are no time, such as 2016/13/45/99/99.
            return Optional.empty();
        }
    }

    private static int part(Matcher name, int group) {
        return Integer.parseInt(name.group(group));
    }
}
