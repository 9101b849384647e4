// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the fields of an index stand in its rows, as its header says, by name or by the letters of its lines. */
final class CdxFields {
    /** Fields of lines without a header, in the order of the Wayback Machine; longer lines go on with others. */
    static final CdxFields USUAL =
            named(List.of("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"));

    private static final Map<String, String> NAMES = Map.of(
            "N", "urlkey",
            "b", "timestamp",
            "a", "original",
            "m", "mimetype",
            "s", "statuscode",
            "k", "digest",
            "r", "redirect");

    private final Map<String, Integer> places = new HashMap<>();
    private final int size;

    private CdxFields(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
        size = names.size();
    }

    /** Fields of these names. */
    static CdxFields named(List<String> names) {
        return new CdxFields(
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    /** Fields of these letters; those that say nothing about a look are passed over. */
    static CdxFields ofLetters(List<String> letters) {
        return new CdxFields(letters.stream()
                .map(letter -> NAMES.getOrDefault(letter, "letter " + letter))
                .toList());
    }

    /** Number of fields. */
    int size() {
        return size;
    }

    /** Whether address, time and status of a visit are among them. */
    boolean tellLooks() {
        return places.keySet().containsAll(List.of("original", "timestamp", "statuscode"));
    }

    /** The row of these cells, as many as there are fields at least. */
    CdxRow row(List<String> cells) {
        return new CdxRow(
                cell(cells, "urlkey"),
                new Capture(
                        cell(cells, "original"),
                        cell(cells, "timestamp"),
                        cell(cells, "statuscode"),
                        cell(cells, "redirect")),
                cell(cells, "mimetype"),
                cell(cells, "digest"));
    }

    private String cell(List<String> cells, String name) {
        Integer place = places.get(name);
        return place == null ? null : cells.get(place);
    }
}
