// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

/** A gazetteer that cannot be used, with the row and column of its first fault and what belongs there. */
public final class GazetteerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GazetteerException(String message) {
        super(message);
    }

    GazetteerException(String message, Throwable cause) {
        super(message, cause);
    }
}
