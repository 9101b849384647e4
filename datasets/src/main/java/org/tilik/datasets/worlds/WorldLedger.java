// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The ledgers in which removals of a world can be stated, by the names of their dump formats. */
public enum WorldLedger {
    /** A statement of reasons for everything that a platform removed. */
    DSA_SOR,
    /** A notice for everything that was removed because somebody complained. */
    LUMEN,
    /** An order for everything that an authority had removed. */
    TCO;

    private static final int NOTICES_A_PAGE = 25;
    private static final long FILED_AFTER_SECONDS = 3600;
    private static final List<String> ORDER_COLUMNS = List.of(
            "reference", "platform", "issued_at", "received_at", "acted_at", "outcome", "member_state", "cross_border");

    /** The ledger's name in studies. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ledger of this name. */
    public static Optional<WorldLedger> of(String id) {
        return Arrays.stream(values()).filter(ledger -> ledger.id().equals(id)).findFirst();
    }

    /** Whether it has an entry for this removal. */
    public boolean states(StatedRemoval removal) {
        return switch (this) {
            case DSA_SOR -> true;
            case LUMEN -> removal.isAskedFor();
            case TCO -> removal.isOrdered();
        };
    }

    /** The ledger's own id of the entry for this removal. */
    public String entryId(StatedRemoval removal) {
        long number = removal.item().number();
        return switch (this) {
            case DSA_SOR ->
                UUID.nameUUIDFromBytes(("sim" + number).getBytes(StandardCharsets.UTF_8))
                        .toString();
            case LUMEN -> Long.toString(1 + number);
            case TCO -> "sim-" + number;
        };
    }

    /** Writes the entries for the removals of these items, in order of action. */
    DumpFile write(List<WorldItem> items, Path folder) throws IOException {
        List<StatedRemoval> stated = new ArrayList<>(
                StatedRemoval.of(items).stream().filter(this::states).toList());
        stated.sort(
                (one, other) -> Long.compare(one.item().goneAt(), other.item().goneAt()));
        return switch (this) {
            case DSA_SOR -> writeStatements(stated, folder.resolve("sor-global-full.csv"));
            case LUMEN -> writeNotices(stated, folder.resolve("notices.ndjson"));
            case TCO -> writeOrders(stated, folder.resolve("orders.csv"));
        };
    }

    private DumpFile file(Path file) {
        return new DumpFile(file.getFileName().toString(), id());
    }

    private DumpFile writeStatements(List<StatedRemoval> removals, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Statement.HEADER));
        for (StatedRemoval removal : removals) {
            WorldItem item = removal.item();
            boolean isSuspension = item.end() == WorldItem.End.SUSPENSION;
            boolean isByMachine = item.number() % 2 == 0;
            lines.add(new Statement(
                            entryId(removal),
                            removal.platform(),
                            category(removal),
                            keyword(removal),
                            removal.isAskedFor() ? "SOURCE_ARTICLE_16" : "SOURCE_VOLUNTARY",
                            isByMachine ? "Yes" : "No",
                            isByMachine ? "AUTOMATED_DECISION_FULLY" : "AUTOMATED_DECISION_NOT_AUTOMATED",
                            isSuspension
                                    ? "DECISION_VISIBILITY_CONTENT_DISABLED"
                                    : "DECISION_VISIBILITY_CONTENT_REMOVED",
                            Instant.ofEpochSecond(item.postedAt()),
                            Instant.ofEpochSecond(item.goneAt()),
                            Instant.ofEpochSecond(item.goneAt() + FILED_AFTER_SECONDS))
                    .row());
        }
        RecordFile.writeLines(file, lines);
        return file(file);
    }

    private static String category(StatedRemoval removal) {
        return switch (removal.ground()) {
            case "terrorism" -> "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY";
            case "hate" -> "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH";
            default -> "STATEMENT_CATEGORY_SCOPE_OF_PLATFORM_SERVICE";
        };
    }

    private static String keyword(StatedRemoval removal) {
        return switch (removal.ground()) {
            case "terrorism" -> "KEYWORD_TERRORIST_CONTENT";
            case "hate" -> "KEYWORD_HATE_SPEECH";
            default -> null;
        };
    }

    /** Notices as the database's interface hands them out; of those who ask it names nobody here. */
    private DumpFile writeNotices(List<StatedRemoval> removals, Path file) throws IOException {
        try (Pages pages = new Pages(file, NOTICES_A_PAGE, notices -> {
            ObjectNode page = JsonRecords.object();
            page.set("notices", notices);
            return page;
        })) {
            for (StatedRemoval removal : removals) {
                pages.add(notice(removal));
            }
        }
        return file(file);
    }

    private ObjectNode notice(StatedRemoval removal) {
        ObjectNode notice = JsonRecords.object().put("id", Long.parseLong(entryId(removal)));
        notice.put("type", removal.ground().equals("terrorism") ? "CourtOrder" : "GovernmentRequest");
        notice.put("title", "sim").putNull("body");
        notice.put("date_received", JsonRecords.iso(removal.askedAt()));
        notice.put("date_submitted", JsonRecords.iso(removal.item().goneAt()));
        notice.putArray("topics").add(removal.ground());
        notice.putArray("jurisdictions").add(removal.state());
        notice.put("recipient_name", removal.platform());
        notice.put("action_taken", removal.isUndone() ? "Partial" : "Yes");
        notice.putArray("works");
        return notice;
    }

    private DumpFile writeOrders(List<StatedRemoval> removals, Path file) throws IOException {
        try (RecordFile rows = new RecordFile(file)) {
            rows.write(ORDER_COLUMNS);
            for (StatedRemoval removal : removals) {
                rows.write(List.of(
                        entryId(removal),
                        removal.platform(),
                        JsonRecords.iso(removal.askedAt()),
                        JsonRecords.iso(removal.askedAt()),
                        JsonRecords.iso(removal.item().goneAt()),
                        removal.item().end() == WorldItem.End.SUSPENSION ? "disabled" : "removed",
                        removal.state(),
                        removal.ground().equals("terrorism") ? "yes" : "no"));
            }
        }
        return file(file);
    }
}
