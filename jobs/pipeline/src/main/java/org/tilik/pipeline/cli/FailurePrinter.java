// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints what went wrong in words and gives the exit code; the stack trace goes to the log. */
final class FailurePrinter implements IExecutionExceptionHandler {
    /** System property with the path of the log file; the logging configuration reads it too. */
    static final String LOG_PROPERTY = "tilik.log";

    private static final Logger LOG = LoggerFactory.getLogger(FailurePrinter.class);

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Failure failure = Failure.of(thrown);
        if (failure.expected()) {
            LOG.debug("{} ended with code {}", command.getCommandName(), failure.code(), thrown);
            command.getErr().println("tilik: " + failure.message());
        } else {
            LOG.error("{} failed", command.getCommandName(), thrown);
            command.getErr()
                    .println("tilik: " + command.getCommandName() + " failed: " + failure.message()
                            + " (the log has more: " + System.getProperty(LOG_PROPERTY, "tilik.log") + ")");
        }
        command.getErr().flush();
        return failure.code();
    }
}
