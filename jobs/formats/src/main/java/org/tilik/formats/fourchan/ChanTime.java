// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.model.TimePrecision;

/**
 * When a post was made, and how finely that is stated.
 *
 * <p>A clock without a zone is only good for its day: of one collection's daily tables one is known to be in local time and
 * all others in UTC, without a word on it in either.
 *
 * @param at the time; for a day its first moment in UTC
 * @param precision to the second, or to the day
 */
record ChanTime(Instant at, TimePrecision precision) {
    private static final Pattern SECONDS = Pattern.compile("([0-9]{9,11})(?:\\.0+)?");
    /** {@code 02/03/19(Sun)03:30:11}: the clock of 4chan's pages, in New York. */
    private static final Pattern NOW = Pattern.compile("(\\d\\d/\\d\\d/\\d\\d)\\(\\w{3}\\)(\\d\\d:\\d\\d:\\d\\d)");

    private static final ZoneId OF_PAGES = ZoneId.of("America/New_York");
    private static final DateTimeFormatter PAGES = strict("MM/dd/uu HH:mm:ss");
    private static final DateTimeFormatter CLOCK = strict("uuuu-MM-dd HH:mm:ss");

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The time that this text states; empty where it states none, or one of two. */
    static Optional<ChanTime> of(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            return exact(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))));
        }
        try {
            Matcher now = NOW.matcher(text);
            return now.matches() ? ofPages(now.group(1) + " " + now.group(2)) : ofClock(text.replace('T', ' '), text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ChanTime> exact(Instant at) {
        return Optional.of(new ChanTime(at.truncatedTo(ChronoUnit.SECONDS), TimePrecision.SECOND));
    }

    /** In the hour that is lived twice in autumn, the clock does not say which is meant. */
    private static Optional<ChanTime> ofPages(String clock) {
        LocalDateTime local = LocalDateTime.parse(clock, PAGES);
        var offsets = OF_PAGES.getRules().getValidOffsets(local);
        return offsets.size() == 1 ? exact(local.toInstant(offsets.get(0))) : Optional.empty();
    }

    private static Optional<ChanTime> ofClock(String spaced, String text) {
        boolean hasZone =
                text.length() > 19 && text.substring(19).matches("(?:\\.[0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})");
        if (hasZone) {
            return exact(OffsetDateTime.parse(spaced.replace(' ', 'T')).toInstant());
        }
        Instant read = LocalDateTime.parse(spaced, CLOCK).toInstant(ZoneOffset.UTC);
        return Optional.of(new ChanTime(read.truncatedTo(ChronoUnit.DAYS), TimePrecision.DAY));
    }
}
