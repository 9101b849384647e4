// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells results of X's batch compliance jobs. */
public final class ComplianceSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        return head.has("id", "action", "reason") && head.hasAny("created_at", "redacted_at")
                ? Optional.of("keys id, action, reason of a batch compliance result")
                : Optional.empty();
    }
}
