// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.entities;

/** Named entities were asked for where they cannot be had: no model of this language exists, or it is not at hand. */
public final class NamedEntitiesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NamedEntitiesException(String message) {
        super(message);
    }

    NamedEntitiesException(String message, Throwable cause) {
        super(message, cause);
    }
}
