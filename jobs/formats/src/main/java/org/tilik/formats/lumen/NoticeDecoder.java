// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.lumen;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.IsoTime;
import org.tilik.formats.csv.TableDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Automation;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Ledger;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerEntry;
import org.tilik.model.LedgerSource;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimeBracket;

/**
 * Decodes notices: who was asked on what ground, when, and whether anything was done, but not when. Words, addresses and the
 * names of those who ask are passed over.
 */
public final class NoticeDecoder implements RecordDecoder {
    private static final Pattern COURT_ORDER = Pattern.compile("(?i)[\\s_]*court[\\s_]*order[\\s_]*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final String RESCINDED = "Notice Rescinded";

    private final JsonTrees trees = new JsonTrees("one notice of Lumen");
    private final RecordDecoder rows;

    /** A decoder for notices in JSON, or for rows where there is a header. */
    public NoticeDecoder(DecoderSettings settings) {
        rows = settings.header().length == 0 ? null : new Rows(settings);
    }

    @Override
    public Decoded decode(RawRecord record) {
        if (rows != null) {
            return rows.decode(record);
        }
        JsonTrees.Read read = trees.read(record);
        return read.fault() != null ? read.fault() : notice(unwrapped(read.tree()), record.source());
    }

    /** A notice that was asked for alone stands in a field named after its type. */
    private static JsonNode unwrapped(JsonNode tree) {
        JsonNode first = tree.size() == 1 ? tree.iterator().next() : tree;
        return first.isObject() ? first : tree;
    }

    private static Decoded notice(JsonNode notice, SourcePosition position) {
        String id = JsonValues.id(notice.path("id"));
        if (id == null) {
            return missingId();
        }
        if (RESCINDED.equals(JsonValues.text(notice.path("body")))) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        String received = JsonValues.text(notice.path("date_received"));
        String sent = JsonValues.text(notice.path("date_sent"));
        String stated = received == null ? sent : received;
        TimeBracket noticed = time(stated);
        if (stated != null && noticed == null) {
            return badTime("date_received or date_sent");
        }
        String submitted = JsonValues.text(notice.path("date_submitted"));
        TimeBracket filed = time(submitted);
        if (submitted != null && filed == null) {
            return badTime("date_submitted");
        }
        String type = JsonValues.text(notice.path("type"));
        return entry(
                id,
                JsonValues.text(notice.path("recipient_name")),
                type,
                JsonValues.texts(notice.path("topics")),
                isOrder(type) ? LedgerSource.ORDER : LedgerSource.COMPLAINT,
                action(JsonValues.text(notice.path("action_taken"))),
                territories(JsonValues.texts(notice.path("jurisdictions"))),
                noticed,
                filed == null ? null : filed.lo(),
                position);
    }

    private static boolean isOrder(String type) {
        return type != null && COURT_ORDER.matcher(type).matches();
    }

    private static Decoded entry(
            String id,
            String recipient,
            String type,
            List<String> topics,
            LedgerSource source,
            LedgerAction action,
            String territories,
            TimeBracket noticed,
            Instant filed,
            SourcePosition position) {
        if (noticed != null && !IsoTime.isPossible(noticed.lo())) {
            return new Decoded.Rejected(
                    RejectReason.IMPOSSIBLE_TIME,
                    "The notice is dated " + noticed.lo() + "; expected a time from 1990 to 2100.");
        }
        return new Decoded.Ledger(new LedgerEntry(
                Ledger.LUMEN,
                id,
                recipient,
                type,
                topics,
                source,
                null,
                Automation.UNKNOWN,
                action,
                territories,
                noticed,
                null,
                filed,
                null,
                position));
    }

    private static LedgerAction action(String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "yes" -> LedgerAction.TAKEN;
            case "partial" -> LedgerAction.PARTLY_TAKEN;
            case "no" -> LedgerAction.NOT_TAKEN;
            // People fill the field in with words of their own.
            default -> LedgerAction.UNKNOWN;
        };
    }

    private static String territories(List<String> jurisdictions) {
        TreeSet<String> codes = new TreeSet<>();
        for (String jurisdiction : jurisdictions) {
            String code = jurisdiction.toUpperCase(Locale.ROOT);
            if (COUNTRY.matcher(code).matches()) {
                codes.add(code);
            }
        }
        return codes.isEmpty() ? null : String.join(",", codes);
    }

    /** A day or a moment; midnight is how Lumen writes a day. Null for none. */
    private static TimeBracket time(String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.indexOf('T') < 0) {
                return TimeBracket.ofDay(LocalDate.parse(text));
            }
            Instant time = OffsetDateTime.parse(text).toInstant();
            return time.equals(time.truncatedTo(ChronoUnit.DAYS))
                    ? TimeBracket.ofDay(LocalDate.ofInstant(time, ZoneOffset.UTC))
                    : TimeBracket.exact(time);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Decoded.Rejected missingId() {
        return new Decoded.Rejected(RejectReason.MISSING_ID, "The notice has no id; expected Lumen's number of it.");
    }

    private static Decoded.Rejected badTime(String field) {
        return new Decoded.Rejected(
                RejectReason.BAD_TIMESTAMP, field + " is no time; expected for instance 2013-07-01T00:00:00.000Z.");
    }

    /** Rows of an export as CSV, which do not say whether anything was done. */
    private static final class Rows extends TableDecoder {
        Rows(DecoderSettings settings) {
            super(settings, "noticeid", "recipient_entity");
        }

        @Override
        protected Decoded decode(CsvRow row, SourcePosition position) {
            String id = row.get("noticeid");
            if (id == null) {
                return missingId();
            }
            String date = row.get("date");
            TimeBracket noticed = time(date);
            if (date != null && noticed == null) {
                return badTime("Date");
            }
            return entry(
                    id,
                    row.get("recipient_entity"),
                    row.get("categoryname"),
                    List.of(),
                    LedgerSource.COMPLAINT,
                    LedgerAction.UNKNOWN,
                    null,
                    noticed,
                    null,
                    position);
        }
    }
}
