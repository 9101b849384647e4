// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells indexes of web archives. */
public final class CdxSignature implements Signature {
    /** Key, time, address, kind, status and checksum; then more. */
    private static final Pattern LINE = Pattern.compile("\\S+ \\d{14} \\S+ \\S+ (?:\\d{3}|-) \\S+ \\S+(?: \\S+)*");

    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (!head.isList() && head.has("urlkey", "timestamp", "url", "status")) {
            return Optional.of("keys urlkey, timestamp, url, status of an index of captures");
        }
        return head.isList() && head.firstRow().containsAll(List.of("timestamp", "original", "statuscode"))
                ? Optional.of("fields timestamp, original, statuscode of an index of captures")
                : Optional.empty();
    }

    @Override
    public Optional<String> ofLine(String line) {
        if (CdxLines.HEADER.matcher(line).matches()) {
            return Optional.of("the header CDX of an index of captures");
        }
        return LINE.matcher(line).matches() || CdxLines.JSON_LINE.matcher(line).matches()
                ? Optional.of("key, time and address of a capture in a line")
                : Optional.empty();
    }
}
