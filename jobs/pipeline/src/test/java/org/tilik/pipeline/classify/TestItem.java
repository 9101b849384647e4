// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.ItemRow;

/** An invented item of Reddit, captured a minute after it was posted. */
record TestItem(
        String name,
        int minute,
        String text,
        String kind,
        String origin,
        String account,
        List<String> hashes,
        List<String> urls) {
    static final Pseudonymiser KEY = new Pseudonymiser("test key".getBytes(StandardCharsets.UTF_8));

    private static final Instant START = Instant.parse("2024-06-03T00:00:00Z");

    /** A post with these words; null for a stub. */
    static TestItem post(String name, int minute, String text) {
        return new TestItem(name, minute, text, "POST", null, null, List.of(), List.of());
    }

    static String key(String name) {
        return KEY.pseudonym(Platform.REDDIT, name);
    }

    TestItem sharing(String item) {
        return new TestItem(name, minute, text, "SHARE", key(item), account, hashes, urls);
    }

    TestItem by(String who) {
        return new TestItem(name, minute, text, kind, origin, who, hashes, urls);
    }

    TestItem hash(String value) {
        return new TestItem(name, minute, text, kind, origin, account, List.of(value), urls);
    }

    TestItem url(String value) {
        return new TestItem(name, minute, text, kind, origin, account, hashes, List.of(value));
    }

    ItemRow row() {
        Instant posted = START.plusSeconds(60L * minute);
        Instant captured = posted.plusSeconds(60);
        return new ItemRow(
                "reddit",
                "2024-06",
                key(name),
                account,
                kind,
                posted,
                captured,
                captured,
                captured,
                null,
                origin,
                null,
                "de",
                text,
                urls,
                hashes,
                null,
                null,
                null,
                null,
                null,
                null,
                text == null,
                true,
                false,
                false,
                "RS.zst",
                null,
                1,
                "0123456789abcdef");
    }
}
