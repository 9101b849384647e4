// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.recheck;

import java.util.Optional;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.webarchive.AddressChecks;

/** Tells lists of later looks. */
public final class RecheckSignature implements Signature {
    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        if (AddressChecks.isHeader(columns)) {
            return Optional.of("columns url, checked_at, http_status");
        }
        return columns.has("item_id") && columns.has("checked_at") && columns.has("status")
                ? Optional.of("columns item_id, checked_at, status")
                : Optional.empty();
    }
}
