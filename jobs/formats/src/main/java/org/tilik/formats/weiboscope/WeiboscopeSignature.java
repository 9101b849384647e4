// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.weiboscope;

import java.util.Optional;
import org.tilik.formats.Signature;
import org.tilik.formats.csv.CsvColumns;

/** Tells the weekly files of Weiboscope. */
public final class WeiboscopeSignature implements Signature {
    @Override
    public Optional<String> ofHeader(CsvColumns columns) {
        return columns.has("mid") && columns.has("deleted_last_seen") && columns.has("permission_denied")
                ? Optional.of("columns mid, deleted_last_seen, permission_denied")
                : Optional.empty();
    }
}
