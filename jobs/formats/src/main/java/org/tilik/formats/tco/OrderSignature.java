// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.tco;

import java.util.Optional;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells lists of removal orders. */
public final class OrderSignature implements Signature {
    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        boolean orders = columns.has("reference") && columns.has("received_at") && columns.has("outcome");
        return orders ? Optional.of("columns reference, received_at, outcome") : Optional.empty();
    }
}
