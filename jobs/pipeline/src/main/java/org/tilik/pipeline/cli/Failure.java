// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import org.tilik.formats.StudyInputException;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.RunError.Exit;

/**
 * What a command tells about an exception.
 *
 * @param message what to print, without a stack trace
 * @param code exit code
 * @param expected whether the user can mend it and the log has nothing more to say
 */
record Failure(String message, int code, boolean expected) {

    /** A job wraps what happened on a task, so the first cause that speaks to the user counts. */
    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunError error) {
                return new Failure(error.getMessage(), error.code(), true);
            }
            if (cause instanceof StudyInputException) {
                return new Failure(cause.getMessage(), Exit.BAD_USAGE_OR_STUDY.code(), true);
            }
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Failure(oneLine(root), Exit.JOB_FAILED.code(), false);
    }

    private static String oneLine(Throwable root) {
        String kind = root.getClass().getSimpleName();
        if (root.getMessage() == null || root.getMessage().isBlank()) {
            return kind;
        }
        String first = root.getMessage().strip().lines().findFirst().orElse("");
        return kind + ": " + first;
    }
}
