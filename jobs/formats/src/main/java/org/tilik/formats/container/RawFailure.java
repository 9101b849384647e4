// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;

/** The file could not be read (disk, network), which says nothing about what it holds. */
final class RawFailure extends IOException {
    private static final long serialVersionUID = 1L;

    RawFailure(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
