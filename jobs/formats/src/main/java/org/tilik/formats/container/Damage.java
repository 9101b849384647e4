// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import org.tilik.model.RejectReason;

/**
 * One layer of packing cannot be read on. Everything that lies inside this layer has ended with it; what lies outside,
 * such as the next member of the archive, can still be read.
 */
final class Damage extends IOException {
    private static final long serialVersionUID = 1L;

    private final int layer;
    private final RejectReason reason;

    /** Damage of this layer, counted from the file inwards; the detail names no text of any record. */
    Damage(int layer, RejectReason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.layer = layer;
        this.reason = reason;
    }

    Damage(int layer, RejectReason reason, String detail) {
        this(layer, reason, detail, null);
    }

    int layer() {
        return layer;
    }

    RejectReason reason() {
        return reason;
    }
}
