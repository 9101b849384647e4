// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tilik.classify.Head;

/** Calibrations by language and head; a language without its own has that of all languages together. Immutable. */
public final class Calibration {
    /** Stands for all languages together. */
    public static final String ALL_LANGUAGES = "*";

    private final Map<String, EnumMap<Head, HeadCalibration>> byLanguage = new HashMap<>();

    /** Calibrations by language; {@link #ALL_LANGUAGES} must have one for each head. */
    public Calibration(Map<String, Map<Head, HeadCalibration>> calibrations) {
        calibrations.forEach((language, heads) -> byLanguage.put(language, new EnumMap<>(heads)));
        Map<Head, HeadCalibration> all = byLanguage.get(ALL_LANGUAGES);
        if (all == null || all.size() != Head.values().length) {
            throw new IllegalArgumentException("There is no calibration of each head for all languages together.");
        }
        for (EnumMap<Head, HeadCalibration> heads : byLanguage.values()) {
            all.forEach(heads::putIfAbsent);
        }
    }

    /** The calibration of a head in a language. */
    public HeadCalibration of(String language, Head head) {
        EnumMap<Head, HeadCalibration> heads = byLanguage.get(language);
        return (heads == null ? byLanguage.get(ALL_LANGUAGES) : heads).get(head);
    }

    /** Calibrations by language. */
    Map<String, EnumMap<Head, HeadCalibration>> byLanguage() {
        return byLanguage;
    }
}
