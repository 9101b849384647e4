// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.tco;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.IsoTime;
import org.tilik.formats.csv.TableDecoder;
import org.tilik.model.Automation;
import org.tilik.model.Ledger;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerEntry;
import org.tilik.model.LedgerSource;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimeBracket;

/**
 * Decodes {@code reference,platform,issued_at,received_at,acted_at,outcome,member_state,cross_border} rows: one removal order
 * and what became of it. The regulation has nobody publish such a list; its columns follow the forms in its annexes.
 *
 * <p>The one hour of Article 3(3) runs from the receipt of the order, so that this is the clock; an order whose receipt is not
 * known has no delay.
 */
public final class OrderDecoder extends TableDecoder {
    private static final Map<String, LedgerAction> OUTCOMES = Map.of(
            "removed", LedgerAction.REMOVED,
            "disabled", LedgerAction.DISABLED,
            "impossible", LedgerAction.IMPOSSIBLE,
            "rejected", LedgerAction.REJECTED,
            "pending", LedgerAction.PENDING);
    private static final Map<String, String> CROSS_BORDER = Map.of("yes", "cross_border", "no", "domestic");
    private static final List<String> TIMES = List.of("issued_at", "received_at", "acted_at");

    /** A decoder for rows under this header. */
    public OrderDecoder(DecoderSettings settings) {
        super(settings, "reference", "platform", "received_at", "acted_at", "outcome");
    }

    @Override
    protected Decoded decode(CsvRow row, SourcePosition position) {
        String reference = row.get("reference");
        if (reference == null) {
            return new Decoded.Rejected(
                    RejectReason.MISSING_ID, "reference is empty; expected the authority's reference of the order.");
        }
        LedgerAction outcome = OUTCOMES.get(lower(row.get("outcome")));
        if (outcome == null) {
            return new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "outcome is empty or unknown; expected removed, disabled, impossible, rejected or pending.");
        }
        for (String column : TIMES) {
            Decoded.Rejected fault = fault(row.get(column), column);
            if (fault != null) {
                return fault;
            }
        }
        String state = lower(row.get("member_state")).toUpperCase(Locale.ROOT);
        Instant issued = time(row.get("issued_at"));
        return new Decoded.Ledger(new LedgerEntry(
                Ledger.TCO,
                // Authorities of different states number their orders by themselves.
                state + "/" + reference,
                row.get("platform"),
                CROSS_BORDER.get(lower(row.get("cross_border"))),
                List.of(),
                LedgerSource.ORDER,
                null,
                Automation.UNKNOWN,
                outcome,
                state.isEmpty() ? null : state,
                exact(time(row.get("received_at"))),
                exact(time(row.get("acted_at"))),
                issued,
                null,
                position));
    }

    private static String lower(String cell) {
        return cell == null ? "" : cell.toLowerCase(Locale.ROOT);
    }

    private static Instant time(String cell) {
        return cell == null ? null : IsoTime.parse(cell).orElse(null);
    }

    private static TimeBracket exact(Instant time) {
        return time == null ? null : TimeBracket.exact(time);
    }

    private static Decoded.Rejected fault(String cell, String column) {
        if (cell == null) {
            return null;
        }
        Instant time = time(cell);
        if (time == null) {
            return new Decoded.Rejected(RejectReason.BAD_TIMESTAMP, column + " is no time; " + IsoTime.EXPECTED + ".");
        }
        return IsoTime.isPossible(time)
                ? null
                : new Decoded.Rejected(
                        RejectReason.IMPOSSIBLE_TIME, column + " is " + time + "; expected a time from 1990 to 2100.");
    }
}
