// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Lines of Reddit dumps that must be rejected, each for one reason only. */
final class BadRecords {
    private static final long YEAR_2100 = 4_102_444_800L;
    /** Sorted keys begin with ASCII constants, so a cut here never splits a character. */
    private static final int CUT_AFTER_BYTES = 120;

    /** Words of which {@link #broken} makes bytes that are no text. */
    static final String BROKEN = "broken ~~ bytes";

    private BadRecords() {}

    /** A line like that of {@code item}, under an id that no item has, with this fault. */
    static byte[] line(
            PlantedFault fault, RedditRecords records, Item item, String id, Capture capture, ArchiveStyle style) {
        Capture alive = new Capture(capture.at(), true, false, 0, true);
        Map<String, Object> fields = records.fields(item, alive, Fate.STAYS, style);
        String prefix = item.form() == Form.COMMENT ? "t1_" : "t3_";
        fields.put("id", id);
        fields.put("permalink", "/r/" + item.subreddit() + "/");
        fields.computeIfPresent("name", (key, old) -> prefix + id);
        String words = item.form() == Form.COMMENT ? "body" : "selftext";
        return switch (fault) {
            case MALFORMED_JSON -> Arrays.copyOf(records.json(fields, style), CUT_AFTER_BYTES);
            case NOT_AN_OBJECT ->
                ("[\"" + prefix + id + "\"," + item.postedSecond() + "]").getBytes(StandardCharsets.UTF_8);
            case MISSING_ID -> {
                fields.remove("id");
                fields.remove("name");
                yield records.json(fields, style);
            }
            case BAD_TIMESTAMP -> {
                created(fields, "last Tuesday");
                yield records.json(fields, style);
            }
            case IMPOSSIBLE_TIME -> {
                created(fields, YEAR_2100);
                yield records.json(fields, style);
            }
            case ENCODING -> {
                fields.put(words, BROKEN);
                yield broken(records.json(fields, style));
            }
            case REMOVAL_BEFORE_CREATION, MALFORMED_CSV ->
                throw new IllegalArgumentException(fault + " does not occur in Reddit's dumps");
        };
    }

    private static void created(Map<String, Object> fields, Object value) {
        fields.put("created_utc", value);
        fields.computeIfPresent("created", (key, old) -> value);
    }

    /** The line with broken bytes in place of two characters of {@link #BROKEN}. */
    static byte[] broken(byte[] line) {
        String latin = new String(line, StandardCharsets.ISO_8859_1);
        int at = latin.indexOf("~~");
        line[at] = (byte) 0xC3;
        line[at + 1] = (byte) 0x28;
        return line;
    }
}
