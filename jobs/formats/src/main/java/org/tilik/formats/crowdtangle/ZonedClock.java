// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.crowdtangle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Times as CrowdTangle wrote them: the wall clock of the account that exported, with the abbreviation of its zone, as in
 * {@code 2021-07-06 16:45:20 EDT}.
 *
 * <p>Several zones share an abbreviation: {@code CST} is Chicago's, Shanghai's and Havana's, {@code IST} India's, Israel's
 * and Ireland's, {@code BST} London's and Dhaka's, {@code AST} Halifax's and Riyadh's, {@code GST} Dubai's and South
 * Georgia's, {@code PST} also Manila's, {@code SST} Samoa's and Singapore's. {@code PST} is read as the Pacific time of its
 * maker; the others are no time, since a guess would be hours off.
 */
final class ZonedClock {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Map<String, ZoneOffset> OFFSETS = offsets();

    private ZonedClock() {}

    private static Map<String, ZoneOffset> offsets() {
        Map<String, ZoneOffset> offsets = new HashMap<>();
        String[] known = {
            "UTC Z",
            "GMT Z",
            "WET Z",
            "WEST +01:00",
            "CET +01:00",
            "CEST +02:00",
            "EET +02:00",
            "EEST +03:00",
            "MSK +03:00",
            "TRT +03:00",
            "SAST +02:00",
            "EAT +03:00",
            "CAT +02:00",
            "WAT +01:00",
            "PKT +05:00",
            "WIB +07:00",
            "WITA +08:00",
            "WIT +09:00",
            "HKT +08:00",
            "JST +09:00",
            "KST +09:00",
            "AWST +08:00",
            "ACST +09:30",
            "ACDT +10:30",
            "AEST +10:00",
            "AEDT +11:00",
            "NZST +12:00",
            "NZDT +13:00",
            "EST -05:00",
            "EDT -04:00",
            "CDT -05:00",
            "MST -07:00",
            "MDT -06:00",
            "PST -08:00",
            "PDT -07:00",
            "AKST -09:00",
            "AKDT -08:00",
            "HST -10:00",
            "NST -03:30",
            "NDT -02:30",
            "ADT -03:00"
        };
        for (String pair : known) {
            int blank = pair.indexOf(' ');
            offsets.put(pair.substring(0, blank), ZoneOffset.of(pair.substring(blank + 1)));
        }
        return offsets;
    }

    /** The time, or empty where this is none or nobody can say of which zone. */
    static Optional<Instant> parse(String text) {
        int zone = text.lastIndexOf(' ');
        if (zone < 0) {
            return Optional.empty();
        }
        return offset(text.substring(zone + 1)).flatMap(offset -> {
            try {
                return Optional.of(
                        LocalDateTime.parse(text.substring(0, zone), CLOCK).toInstant(offset));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** Zones without an abbreviation are written as {@code +03} or {@code -0330}. */
    private static Optional<ZoneOffset> offset(String zone) {
        if (!zone.startsWith("+") && !zone.startsWith("-")) {
            return Optional.ofNullable(OFFSETS.get(zone));
        }
        try {
            return Optional.of(ZoneOffset.of(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
