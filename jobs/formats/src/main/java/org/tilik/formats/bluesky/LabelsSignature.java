// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells labels of Bluesky's moderators. */
public final class LabelsSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        return head.has("src", "uri", "val", "cts") && AtUri.isDid(head.value("src"))
                ? Optional.of("keys src, uri, val, cts of a Bluesky label")
                : Optional.empty();
    }
}
