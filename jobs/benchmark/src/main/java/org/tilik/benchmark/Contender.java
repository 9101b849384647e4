// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that does the work in a process of its own.
 *
 * @param name how the table calls it
 * @param threads how many threads it works with, and so on how many cores it is pinned
 * @param command the command line
 * @param output what it writes, deleted before every trial
 */
record Contender(String name, int threads, List<String> command, Path output) {
    /** A main class of this module. */
    static Contender java(String name, int threads, Class<?> main, Path output, Object... arguments) {
        return java(name, threads, List.of("-XX:MaxRAMPercentage=50"), main, output, arguments);
    }

    /** A main class of this module in a process with these options. */
    static Contender java(
            String name, int threads, List<String> options, Class<?> main, Path output, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.util=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-Dlog4j2.level=WARN", "-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Contender(name, threads, command, output);
    }

    /** Any other program. */
    static Contender program(String name, int threads, Path output, String... command) {
        return new Contender(name, threads, List.of(command), output);
    }
}
