// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

/** Something the user can mend: what was found, where, what was expected, what to do; ends the command with a code. */
public final class RunError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Exit codes of the commands. */
    public enum Exit {
        DONE(0),
        BAD_USAGE_OR_STUDY(1),
        INPUT_UNREADABLE(2),
        JOB_FAILED(3);

        private final int code;

        Exit(int code) {
            this.code = code;
        }

        /** What the process returns. */
        public int code() {
            return code;
        }
    }

    private final Exit exit;

    private RunError(Exit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** A wrong command line, study, list, key or path: exit code 1. */
    public static RunError study(String message) {
        return new RunError(Exit.BAD_USAGE_OR_STUDY, message, null);
    }

    /** A wrong command line, study, list, key or path: exit code 1. */
    public static RunError study(String message, Throwable cause) {
        return new RunError(Exit.BAD_USAGE_OR_STUDY, message, cause);
    }

    /** More rejects than the study allows: exit code 2. */
    public static RunError unreadable(String message) {
        return new RunError(Exit.INPUT_UNREADABLE, message, null);
    }

    /** A job that failed: exit code 3. */
    public static RunError failed(String message, Throwable cause) {
        return new RunError(Exit.JOB_FAILED, message, cause);
    }

    /** The exit code, 0 to 3. */
    public int code() {
        return exit.code();
    }
}
