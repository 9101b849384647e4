// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/** Something that the study names cannot be used; the message says what was found, where and what was expected. */
public final class StudyInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with a message for the person who wrote the study. */
    public StudyInputException(String message) {
        super(message);
    }

    /** An exception with a message for the person who wrote the study, and what lies behind it. */
    public StudyInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
