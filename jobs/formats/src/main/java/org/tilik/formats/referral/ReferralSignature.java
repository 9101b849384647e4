// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.referral;

import java.util.Optional;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells lists of referrals. */
public final class ReferralSignature implements Signature {
    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        boolean referral =
                columns.has("item_id") && columns.has("at") && (columns.has("channel") || columns.has("decision"));
        return referral ? Optional.of("columns item_id, at, channel or decision") : Optional.empty();
    }
}
