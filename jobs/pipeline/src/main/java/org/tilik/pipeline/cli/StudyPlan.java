// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a dry run says about a study; numbers of records and sizes are reckoned from samples.
 *
 * @param study id of the study
 * @param runId id that the run will have; null when the key is missing
 * @param output folder of the tables
 * @param key whether the pseudonym key was found, and what to do otherwise
 * @param inputs each input
 * @param memoryBytes heap and native memory to provide, rather too much than too little
 * @param diskBytes disk to provide for tables, decoded events and temporary files
 */
record StudyPlan(
        String study,
        String runId,
        String output,
        String key,
        List<InputPlan> inputs,
        long memoryBytes,
        long diskBytes) {
    private static final long BASE_HEAP = 1L << 30;
    private static final long HEAP_PER_SLOT = 512L << 20;
    /** The longest window that Reddit dumps are packed with (zstd --long=31). */
    private static final long LONG_WINDOW = 2L << 30;

    static StudyPlan of(
            String study, String runId, String output, String key, List<InputPlan> inputs, int slots, int openWindows) {
        long windows = inputs.stream().filter(InputPlan::longWindow).count();
        long content = inputs.stream()
                .map(InputPlan::contentBytes)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return new StudyPlan(
                study,
                runId,
                output,
                key,
                inputs,
                BASE_HEAP + slots * HEAP_PER_SLOT + Math.min(Math.min(windows, slots), openWindows) * LONG_WINDOW,
                content);
    }

    /** Prints the plan for people. */
    void print(PrintWriter out) {
        String id = runId == null ? "not known without the key" : runId;
        out.printf("study   %s%nrun     %s%noutput  %s%nkey     %s%n%n", study, id, output, key);
        int width =
                inputs.stream().mapToInt(input -> input.name().length()).max().orElse(0);
        for (InputPlan input : inputs) {
            out.printf("%-" + Math.max(1, width) + "s  %s%n", input.name(), describe(input));
        }
        out.printf(
                "%n%d inputs, %s stored, about %s unpacked, about %,d records, %s%n",
                inputs.size(),
                ProgressLine.bytes(sum(InputPlan::bytes)),
                ProgressLine.bytes(sum(InputPlan::contentBytes)),
                sum(InputPlan::records),
                range());
        out.printf(
                "memory  %s, long zstd windows included; disk  %s for tables, decoded events and temporary files"
                        + " (rough, on the safe side)%n",
                ProgressLine.bytes(memoryBytes), ProgressLine.bytes(diskBytes));
    }

    private static String describe(InputPlan input) {
        String size = input.container() + ", " + ProgressLine.bytes(input.bytes());
        if (input.format() == null) {
            return input.basis() == null
                    ? "NOT RECOGNISED (" + size + "): it will be rejected. Name its format, or leave it out."
                    : "NO DUMP FOUND among the members looked at (" + size
                            + "): if no other member is one, it will be rejected.";
        }
        String about = input.basis() == InputPlan.Basis.EXACT ? "" : "about ";
        String rejects = input.rejectShare() == null || input.rejectShare() == 0
                ? ""
                : String.format(Locale.ROOT, ", %.1f %% rejects", 100 * input.rejectShare());
        return String.format(
                Locale.ROOT,
                "%s (%s), %s%,d records%s, %s",
                input.format(),
                size,
                about,
                input.records(),
                rejects,
                range(input.from(), input.until(), input.basis()));
    }

    private String range() {
        Instant from = null;
        Instant until = null;
        for (InputPlan input : inputs) {
            if (input.from() != null) {
                from = from == null || input.from().isBefore(from) ? input.from() : from;
                until = until == null || input.until().isAfter(until) ? input.until() : until;
            }
        }
        boolean exact = inputs.stream().allMatch(input -> input.basis() == InputPlan.Basis.EXACT);
        return range(from, until, exact ? InputPlan.Basis.EXACT : InputPlan.Basis.EXTRAPOLATED);
    }

    private static String range(Instant from, Instant until, InputPlan.Basis basis) {
        if (from == null) {
            return "no times";
        }
        return switch (basis) {
            case EXACT -> from + " to " + until;
            case EXTRAPOLATED -> from + " to about " + until;
            case SAMPLE_ONLY -> from + " to " + until + " in the sample";
        };
    }

    private long sum(Function<InputPlan, Long> number) {
        return inputs.stream()
                .map(number)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
