// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.recheck;

import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.HttpStatus;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.RowDecoder;
import org.tilik.model.Actor;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;

/**
 * Decodes {@code platform,item_id,checked_at,status,http_status,actor} rows, each one later look at one item.
 *
 * <p>Gone is explicit where the platform said so: HTTP 410 or 451, or a known actor. A 403, 429 or 5xx says nothing about
 * the item, so a row that calls it gone for that is rejected rather than believed.
 */
public final class RecheckDecoder extends RowDecoder {
    /** A decoder for rows under this header. */
    public RecheckDecoder(DecoderSettings settings) {
        super(EventKind.RECHECK, "checked_at", settings, "status");
    }

    @Override
    protected Optional<Decoded.Rejected> fill(CsvRow row, EventBuilder event) {
        Optional<RecheckOutcome> outcome = valueOf(RecheckOutcome.class, row.get("status"));
        if (outcome.isEmpty()) {
            return Optional.of(unsupported("status", names(RecheckOutcome.class)));
        }
        String httpCell = row.get("http_status");
        int http = httpCell == null ? 0 : HttpStatus.of(httpCell);
        if (http < 0) {
            return Optional.of(new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD, "http_status is no HTTP status; expected 100 to 599 or nothing."));
        }
        if (contradicts(outcome.get(), http)) {
            return Optional.of(new Decoded.Rejected(
                    RejectReason.UNSUPPORTED_RECORD,
                    "http_status " + http
                            + " contradicts the status; expected gone for 404, 410, 451, alive for 2xx and"
                            + " 3xx, and blocked or error for what says nothing about the item."));
        }
        String actorCell = row.get("actor");
        Optional<Actor> actor = actorCell == null ? Optional.empty() : valueOf(Actor.class, actorCell);
        if (actorCell != null && actor.isEmpty()) {
            return Optional.of(unsupported("actor", names(Actor.class)));
        }
        event.recheck(outcome.get()).reason(http == 0 ? null : "http_" + http);
        if (outcome.get() == RecheckOutcome.GONE) {
            Actor who = actor.orElse(HttpStatus.actor(http));
            boolean stated = HttpStatus.saysRemoved(http) || who != Actor.UNKNOWN;
            event.actor(who).explicit(stated);
        }
        return Optional.empty();
    }

    private static boolean contradicts(RecheckOutcome outcome, int http) {
        return switch (outcome) {
            case ALIVE -> http >= 400;
            // A 200 may be a page that says "not found", which the checker has read.
            case GONE -> http >= 400 && !HttpStatus.saysGone(http);
            case BLOCKED, ERROR -> false;
        };
    }
}
