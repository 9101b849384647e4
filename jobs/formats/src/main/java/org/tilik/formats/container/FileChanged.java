// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;

/** A file is no longer what it was when it was found: its content and what is known of it do not belong together. */
public final class FileChanged extends IOException {
    private static final long serialVersionUID = 1L;

    /** Says which file it is, what was found and what was expected. */
    public FileChanged(String message) {
        super(message);
    }
}
