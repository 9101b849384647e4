// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects which minutes of a push stream are there: archives keep one file a minute, {@code YYYY/MM/DD/HH/MM.ext}. */
public final class MinuteFiles {
    private static final Pattern NAME =
            Pattern.compile("(?:^|.*/)(\\d{4})/(\\d{2})/(\\d{2})/(\\d{2})/(\\d{2})\\.[^/]*$", Pattern.DOTALL);
    private static final int SECONDS_PER_MINUTE = 60;

    private final TreeSet<Long> minutes = new TreeSet<>();

    MinuteFiles() {}

    /** The minute that a file of this path holds, counted from 1970-01-01T00:00 UTC; empty for other paths. */
    public static OptionalLong minute(String path) {
        Matcher name = NAME.matcher(path);
        if (!name.matches()) {
            return OptionalLong.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(name, 1), number(name, 2), number(name, 3), number(name, 4), number(name, 5));
            return OptionalLong.of(time.toEpochSecond(ZoneOffset.UTC) / SECONDS_PER_MINUTE);
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static int number(Matcher name, int group) {
        return Integer.parseInt(name.group(group));
    }

    void add(String path) {
        minute(path).ifPresent(minutes::add);
    }

    List<MinuteRange> ranges() {
        return joined(
                minutes.stream().map(minute -> new MinuteRange(minute, minute)).toList());
    }

    /** The same minutes as few ranges in ascending order. */
    public static List<MinuteRange> joined(Collection<MinuteRange> ranges) {
        List<MinuteRange> joined = new ArrayList<>();
        ranges.stream().sorted(MinuteRange.ORDER).forEach(next -> {
            MinuteRange before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && next.first() <= before.last() + 1) {
                joined.set(joined.size() - 1, new MinuteRange(before.first(), Math.max(before.last(), next.last())));
            } else {
                joined.add(next);
            }
        });
        return List.copyOf(joined);
    }
}
