// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.dsa;

import java.util.Optional;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells dumps of statements of reasons, full or light, of either generation of columns. */
public final class StatementSignature implements Signature {
    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        boolean statement = columns.has("uuid")
                && columns.has("decision_visibility")
                && columns.has("source_type")
                && columns.has("application_date");
        return statement
                ? Optional.of("columns uuid, decision_visibility, source_type, application_date")
                : Optional.empty();
    }
}
