// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells grabs of Jetstream. */
public final class JetstreamSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        return head.has("did", "time_us", "kind") && head.hasAny("commit", "identity", "account")
                ? Optional.of("keys did, time_us, kind of a Jetstream event")
                : Optional.empty();
    }
}
