// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.dsa;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.csv.CellReader;
import org.tilik.formats.csv.CsvCells;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.csv.IsoTime;
import org.tilik.model.Automation;
import org.tilik.model.Ledger;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerEntry;
import org.tilik.model.LedgerSource;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimeBracket;

/**
 * Decodes statements of reasons. Cells are found by the names in the header, so that full and light dumps of both generations
 * of columns are read alike; explanations and facts, which make most of the bytes, are passed over unread.
 */
public final class StatementDecoder implements RecordDecoder {
    private static final String[] NEEDED = {
        "uuid",
        "decision_visibility",
        "category",
        "content_date",
        "application_date",
        "source_type",
        "automated_detection",
        "automated_decision",
        "platform_name",
        "created_at"
    };

    private final CsvColumns columns;
    private final String complaint;
    private final CsvCells cells;
    private final int uuid;

    private final Column<Set<LedgerAction>> visibility;
    private final Column<LedgerAction> account;
    private final Column<Boolean> service;
    private final Column<Boolean> money;
    private final Column<String> category;
    private final Column<List<String>> keywords;
    private final Column<LedgerSource> source;
    private final Column<Boolean> detection;
    private final Column<Automation> automation;
    private final Column<String> territories;
    private final Column<String> platform;
    private final Column<StatementCells.Day> contentDate;
    private final Column<StatementCells.Day> applicationDate;
    private final Column<StatementCells.Day> endDate;
    private final Column<Instant> createdAt;

    /** A column that is read, or is not there and means what an empty cell means. */
    private final class Column<T> {
        private final int index;
        private final CellReader<T> reader;
        private final T absent;

        Column(String name, Function<String, T> meaning) {
            index = columns.index(name);
            reader = new CellReader<>(meaning);
            absent = meaning.apply(null);
        }

        T read() {
            return index < 0 ? absent : reader.read(cells, index);
        }
    }

    /** A decoder for rows under this header. */
    public StatementDecoder(DecoderSettings settings) {
        columns = CsvColumns.of(settings.header());
        complaint = columns.complaint(NEEDED).orElse(null);
        cells = new CsvCells(columns.size());
        uuid = columns.index("uuid");
        visibility = new Column<>("decision_visibility", StatementCells::visibility);
        account = new Column<>("decision_account", StatementCells::account);
        service = new Column<>("decision_provision", cell -> cell != null);
        money = new Column<>("decision_monetary", cell -> cell != null);
        category = new Column<>("category", cell -> cell);
        keywords = new Column<>("category_specification", StatementCells::list);
        source = new Column<>("source_type", StatementCells::source);
        detection = new Column<>("automated_detection", cell -> cell == null ? null : cell.equals("Yes"));
        automation = new Column<>("automated_decision", StatementCells::automation);
        territories = new Column<>("territorial_scope", StatementCells::territories);
        platform = new Column<>("platform_name", cell -> cell);
        contentDate = new Column<>("content_date", StatementCells::day);
        applicationDate = new Column<>("application_date", StatementCells::day);
        // Statements lie in the order of filing, many to a second.
        createdAt = new Column<>("created_at", StatementDecoder::time);
        endDate = new Column<>("end_date_visibility_restriction", StatementCells::day);
    }

    @Override
    public Decoded decode(RawRecord record) {
        if (complaint != null) {
            return new Decoded.Rejected(RejectReason.MALFORMED_CSV, complaint);
        }
        if (!cells.split(record.bytes(), record.start(), record.end())) {
            return new Decoded.Rejected(
                    RejectReason.MALFORMED_CSV,
                    "The row is no CSV of " + columns.size()
                            + " cells, as many as the header has; check its quotes and commas.");
        }
        return statement(record.source());
    }

    private Decoded statement(SourcePosition position) {
        String id = cells.text(uuid);
        if (id == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID, "uuid is empty; expected the database's id of the statement.");
        }
        Set<LedgerAction> decisions = visibility.read();
        LedgerAction ofAccount = account.read();
        if (decisions == null || ofAccount == null) {
            return unknown(decisions == null ? "decision_visibility" : "decision_account");
        }
        LedgerSource prompted = source.read();
        Automation automated = automation.read();
        if (prompted == null || automated == null) {
            return unknown(prompted == null ? "source_type" : "automated_decision");
        }
        StatementCells.Day content = contentDate.read();
        StatementCells.Day applied = applicationDate.read();
        StatementCells.Day end = endDate.read();
        Instant filed = createdAt.read();
        String fault = badTime(content, applied, end, filed);
        if (fault != null) {
            return new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP,
                    fault + " is empty or no time; expected for instance 2024-03-14 00:00:00.");
        }
        if (!isPossible(applied.day()) || (content.day() != null && !isPossible(content.day()))) {
            return new Decoded.Rejected(
                    RejectReason.IMPOSSIBLE_TIME,
                    "content_date or application_date is not from 1990 to 2100, as both must be.");
        }
        return new Decoded.Ledger(new LedgerEntry(
                Ledger.DSA,
                id,
                platform.read(),
                category.read(),
                keywords.read(),
                prompted,
                detection.read(),
                automated,
                action(decisions, ofAccount),
                territories.read(),
                content.day(),
                applied.day(),
                filed,
                end.day(),
                position));
    }

    private static String badTime(
            StatementCells.Day content, StatementCells.Day applied, StatementCells.Day end, Instant filed) {
        if (!content.isSound()) {
            return "content_date";
        }
        if (!applied.isSound() || applied.day() == null) {
            return "application_date";
        }
        if (!end.isSound()) {
            return "end_date_visibility_restriction";
        }
        return filed == null ? "created_at" : null;
    }

    private static boolean isPossible(TimeBracket day) {
        return IsoTime.isPossible(day.lo());
    }

    /** The second in {@code 2024-03-14 00:00:07}, UTC; null where it is none. */
    private static Instant time(String cell) {
        try {
            return cell == null
                    ? null
                    : LocalDateTime.parse(cell.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What hides most comes first; a decision on the account outweighs one that leaves the content in sight. */
    private LedgerAction action(Set<LedgerAction> decisions, LedgerAction ofAccount) {
        LedgerAction strongest = ofAccount;
        for (LedgerAction decision : decisions) {
            strongest = decision.compareTo(strongest) < 0 ? decision : strongest;
        }
        if (service.read() && LedgerAction.SERVICE.compareTo(strongest) < 0) {
            strongest = LedgerAction.SERVICE;
        }
        return money.read() && LedgerAction.MONETARY.compareTo(strongest) < 0 ? LedgerAction.MONETARY : strongest;
    }

    private static Decoded.Rejected unknown(String column) {
        return new Decoded.Rejected(
                RejectReason.UNSUPPORTED_RECORD,
                column + " holds a value that the database's documentation does not name; expected its fixed words.");
    }
}
