// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

/** Ends a command with a message for people: what was found, where, what was expected, what to do. */
public final class ExportError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_USAGE = 1;
    private static final int FAILED = 3;

    private final int code;

    private ExportError(int code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Something the user can mend: a wrong folder, id or option, or a run that has not finished. Exit code 1. */
    public static ExportError usage(String message) {
        return new ExportError(BAD_USAGE, message, null);
    }

    /** Something the user can mend: a wrong folder, id or option, or a run that has not finished. Exit code 1. */
    public static ExportError usage(String message, Throwable cause) {
        return new ExportError(BAD_USAGE, message, cause);
    }

    /** Something that went wrong on the way, such as a full disk. Exit code 3. */
    public static ExportError failed(String message, Throwable cause) {
        return new ExportError(FAILED, message, cause);
    }

    /** The exit code: 1 or 3. */
    public int code() {
        return code;
    }
}
