// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tilik.pipeline.cli.Tilik;

/**
 * One command as a user gives it, carried out in this process.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it said went wrong
 */
record Invocation(int code, String out, String err) {

    /** Carries out a command and keeps what it prints. */
    static Invocation of(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try (PrintStream toPrinted = new PrintStream(printed, true, StandardCharsets.UTF_8);
                PrintStream toComplained = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
            System.setOut(toPrinted);
            System.setErr(toComplained);
            int code = Tilik.execute(args);
            return new Invocation(
                    code, printed.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** The same, which must end well and without a complaint. */
    static Invocation succeeding(String... args) {
        Invocation run = of(args);
        assertThat(run.err())
                .as("complaints of tilik %s", String.join(" ", args))
                .isEmpty();
        assertThat(run.code())
                .as("exit code of tilik %s", String.join(" ", args))
                .isZero();
        return run;
    }

    /** Expects the exit code and a message for the user that has all these parts and no stack trace. */
    void failsWith(int expected, String... parts) {
        assertThat(err).startsWith("tilik: ").contains(parts).doesNotContain("\tat ", "Exception");
        assertThat(code).as("exit code; %s", err).isEqualTo(expected);
    }
}
