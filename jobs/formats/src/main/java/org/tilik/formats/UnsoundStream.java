// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.io.IOException;
import org.tilik.model.RejectReason;

/** A stream that is not what its format says, so that nothing behind this place can be read. */
public final class UnsoundStream extends IOException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    /**
     * Nothing more can be read.
     *
     * @param detail what was found and what was expected, never the text of a record
     */
    public UnsoundStream(RejectReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** Why, from the closed set. */
    public RejectReason reason() {
        return reason;
    }
}
