// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells threads and posts of 4chan's interface, and tables of them; those of 4CAT say more and are told apart. */
public final class FourchanSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (head.has("posts.no", "posts.time")) {
            return Optional.of("posts with no and time of a thread of 4chan");
        }
        return head.has("no", "time", "resto")
                ? Optional.of("keys no, time, resto of a post of 4chan")
                : Optional.empty();
    }

    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        boolean isTimed = columns.has("time") || columns.has("now") || columns.has("timestamp");
        boolean isPost = columns.has("no") && isTimed && columns.has("com");
        return isPost ? Optional.of("columns no, time, com of posts of 4chan") : Optional.empty();
    }
}
