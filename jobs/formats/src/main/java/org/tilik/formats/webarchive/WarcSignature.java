// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import java.util.Optional;
import org.tilik.formats.Signature;

/** Tells web archives by the version that each of their records begins with. */
public final class WarcSignature implements Signature {
    @Override
    public Optional<String> ofLine(String line) {
        return WarcRecords.VERSION.matcher(line).matches() ? Optional.of("a record of " + line) : Optional.empty();
    }
}
