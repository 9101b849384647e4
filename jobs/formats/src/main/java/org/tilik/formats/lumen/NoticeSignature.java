// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.lumen;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells notices of Lumen: answers of its interface, single notices, and its exports as CSV. */
public final class NoticeSignature implements Signature {
    private static final String[] MARKS = {"recipient_name", "action_taken", "topics", "works"};

    @Override
    public Optional<String> ofJson(JsonHead head) {
        return isNotice(head, "")
                        || isNotice(head, "notices.")
                        || isNotice(head, head.firstName().orElse("") + ".")
                ? Optional.of("keys id, title, recipient_name, action_taken of a Lumen notice")
                : Optional.empty();
    }

    private static boolean isNotice(JsonHead head, String prefix) {
        int marks = 0;
        for (String mark : MARKS) {
            marks += head.has(prefix + mark) ? 1 : 0;
        }
        return marks > 1 && head.has(prefix + "id", prefix + "title");
    }

    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        return columns.has("noticeid") && columns.has("recipient_entity")
                ? Optional.of("columns NoticeID, Recipient_Entity")
                : Optional.empty();
    }
}
