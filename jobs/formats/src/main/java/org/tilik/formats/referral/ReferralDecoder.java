// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.RowDecoder;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;
import org.tilik.model.ReferralDecision;
import org.tilik.model.RejectReason;

/**
 * Decodes {@code platform,item_id,at,channel,jurisdiction,decision} rows: one referral of one item, or the answer to it.
 *
 * <p>The jurisdiction is one or more ISO 3166-1 alpha-2 codes (or {@code EU}) with blanks or semicolons between them.
 */
public final class ReferralDecoder extends RowDecoder {
    /** A decoder for rows under this header. */
    public ReferralDecoder(DecoderSettings settings) {
        super(EventKind.REFERRAL, "at", settings);
    }

    @Override
    protected Optional<Decoded.Rejected> fill(CsvRow row, EventBuilder event) {
        String decisionCell = row.get("decision");
        Optional<ReferralDecision> decision =
                decisionCell == null ? Optional.empty() : valueOf(ReferralDecision.class, decisionCell);
        if (decisionCell != null && decision.isEmpty()) {
            return Optional.of(unsupported("decision", names(ReferralDecision.class) + " or nothing"));
        }
        List<String> countries = new ArrayList<>();
        String jurisdiction = row.get("jurisdiction");
        if (jurisdiction != null) {
            for (String code : jurisdiction.toUpperCase(Locale.ROOT).split("[;\\s]+", -1)) {
                boolean twoLetters = code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
                if (!twoLetters) {
                    return Optional.of(
                            new Decoded.Rejected(
                                    RejectReason.UNSUPPORTED_RECORD,
                                    "jurisdiction is no list of two-letter country codes; expected for instance FR, or FR;DE."));
                }
                countries.add(code);
            }
        }
        event.channel(row.get("channel")).decision(decision.orElse(null)).countries(List.copyOf(countries));
        return Optional.empty();
    }
}
