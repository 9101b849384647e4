// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.parler;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells posts and comments of Parler. */
public final class ParlerSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        return !head.isList()
                        && head.has("createdAt", "body")
                        && head.hasAny("createdAtformatted", "datatype", "bodywithurls")
                ? Optional.of("keys createdAt, body, bodywithurls of Parler")
                : Optional.empty();
    }
}
