// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The platforms whose dumps Tilik knows, by the fixed names that tables, studies and known-item lists use. */
public enum Platform {
    TWITTER,
    REDDIT,
    TELEGRAM,
    BLUESKY,
    ACTIVITYPUB,
    FOURCHAN,
    GAB,
    PARLER,
    YOUTUBE,
    TIKTOK,
    FACEBOOK,
    WEIBO;

    private static final Platform[] ALL = values();
    private final String id = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in tables and files, for instance {@code reddit}. */
    public String id() {
        return id;
    }

    /** The platform of this lower-case name, or empty when there is none; never throws. */
    public static Optional<Platform> of(String id) {
        for (Platform platform : ALL) {
            if (platform.id.equals(id)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }

    /** All names in one line, for error messages. */
    public static String names() {
        return Arrays.stream(ALL).map(Platform::id).collect(Collectors.joining(", "));
    }
}
