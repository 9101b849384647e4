// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tilik.formats.ByteLines;
import org.tilik.formats.StreamUnfolder;
import org.tilik.formats.UnsoundStream;
import org.tilik.model.RejectReason;

/**
 * Makes one record of each record of a WARC file (ISO 28500), of its header and the head of the server's answer; what the
 * server sent is passed over and never held. Where a record is not sound, nothing tells where the next begins.
 */
public final class WarcRecords implements StreamUnfolder {
    static final Pattern VERSION = Pattern.compile("WARC/[0-9]{1,3}\\.[0-9]{1,3}");

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/[0-9.]+ +([0-9]{3})(?: .*)?");
    private static final String UNREADABLE = "unreadable";
    private static final String NOT_MODIFIED = "304";
    /** Servers send shorter heads; a status behind more than this is not looked for. */
    private static final int MOST_HEAD_BYTES = 1 << 16;

    /** Longer than any field of a header. */
    static final int MOST_LINE_BYTES = 1 << 16;

    private static final int MOST_FIELDS = 1000;
    private static final int MOST_LENGTH_DIGITS = 18;

    private final ByteLines lines;

    /** The records of this stream. */
    public WarcRecords(InputStream content) {
        this.lines = new ByteLines(content, MOST_LINE_BYTES);
    }

    @Override
    public boolean next(JsonGenerator record) throws IOException {
        String version = lines.next();
        while (version != null && version.isEmpty()) {
            version = lines.next();
        }
        if (version == null) {
            return false;
        }
        if (!VERSION.matcher(version).matches()) {
            throw corrupt("A record of the archive does not begin with its version, such as WARC/1.0.");
        }
        Map<String, String> header = header();
        long length = length(header.get("Content-Length"));
        byte[] head = lines.bytes((int) Math.min(length, MOST_HEAD_BYTES));
        if (head.length < Math.min(length, MOST_HEAD_BYTES) || lines.skip(length - head.length) > 0) {
            throw truncated();
        }
        capture(header, head).write(record);
        return true;
    }

    /** The fields up to the empty line; of a name that stands twice the first counts. */
    private Map<String, String> header() throws IOException {
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int count = 0;
        for (String line = lines.next(); line == null || !line.isEmpty(); line = lines.next()) {
            if (line == null) {
                throw truncated();
            }
            if (lines.isCut() || ++count > MOST_FIELDS) {
                throw corrupt("The header of a record of the archive has no end.");
            }
            int colon = line.indexOf(':');
            boolean goesOn = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!goesOn && colon < 1) {
                throw corrupt("The header of a record of the archive holds a line that is no field.");
            }
            if (!goesOn) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static long length(String digits) throws IOException {
        boolean isLength = digits != null
                && !digits.isEmpty()
                && digits.length() <= MOST_LENGTH_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isLength) {
            throw corrupt("A record of the archive states no Content-Length.");
        }
        return Long.parseLong(digits);
    }

    private static Capture capture(Map<String, String> header, byte[] head) {
        String type = header.getOrDefault("WARC-Type", "").toLowerCase(Locale.ROOT);
        boolean isRevisit = type.equals("revisit");
        boolean isHttp =
                header.getOrDefault("Content-Type", "").toLowerCase(Locale.ROOT).startsWith("application/http");
        if (!isRevisit && !(type.equals("response") && isHttp)) {
            return Capture.NONE;
        }
        String[] answer = new String(head, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        Matcher statusLine = STATUS_LINE.matcher(answer[0]);
        String status = statusLine.matches() ? statusLine.group(1) : UNREADABLE;
        if (isRevisit && head.length == 0) {
            boolean isUnchanged = header.getOrDefault("WARC-Profile", "").contains("server-not-modified");
            status = isUnchanged ? NOT_MODIFIED : Capture.NO_STATUS;
        }
        return new Capture(target(header), header.get("WARC-Date"), status, location(answer));
    }

    /** Some crawlers write the address between angle brackets, as the first edition of the standard has it. */
    private static String target(Map<String, String> header) {
        String target = header.get("WARC-Target-URI");
        boolean isBracketed = target != null && target.startsWith("<") && target.endsWith(">");
        return isBracketed ? target.substring(1, target.length() - 1) : target;
    }

    private static String location(String[] answer) {
        for (int i = 1; i < answer.length && !answer[i].isEmpty(); i++) {
            int colon = answer[i].indexOf(':');
            if (colon > 0 && answer[i].substring(0, colon).strip().equalsIgnoreCase("Location")) {
                return answer[i].substring(colon + 1).strip();
            }
        }
        return null;
    }

    private static UnsoundStream truncated() {
        return new UnsoundStream(
                RejectReason.TRUNCATED_ARCHIVE, "The web archive ends in the middle of a record; it was cut.");
    }

    private static UnsoundStream corrupt(String detail) {
        return new UnsoundStream(RejectReason.CORRUPT_ARCHIVE, detail);
    }
}
