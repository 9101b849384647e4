// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordCut;

/** What an entry under {@code inputs} must say where it is a topic. */
final class TopicEntry {
    private TopicEntry() {}

    /** Checks the last of these entries, of which this is the value. */
    static void check(StudyValue value, List<Study.Input> inputs) {
        Study.Input input = inputs.get(inputs.size() - 1);
        if (!input.isTopic()) {
            return;
        }
        if (TopicAddress.of(input.path()).isEmpty()) {
            throw value.get("path").wrong("a topic such as " + TopicAddress.EXAMPLE);
        }
        if (input.format() == null || input.format().cut() != RecordCut.NDJSON) {
            throw value.error(
                    value.path() + " is a topic, each message of which is one record, and nothing tells which: "
                            + (input.format() == null
                                    ? "add format: with one of "
                                    : "records of " + input.format().id()
                                            + " do not come one by one; those of these formats do: ")
                            + formats() + ".");
        }
        if (input.capturedAt() != null) {
            throw value.get("captured_at")
                    .error(value.path()
                            + " is a topic, whose records are captured one after the other; captured_at would"
                            + " give all of them one time. Take it out.");
        }
        if (input.isComplete()) {
            throw value.get("complete")
                    .error(value.path()
                            + " is a topic, which never holds all of a channel or thread. Take complete out.");
        }
        if (inputs.stream().filter(other -> other.path().equals(input.path())).count() > 1) {
            throw value.error("inputs names the topic " + input.path() + " twice. Keep one of the entries.");
        }
    }

    private static String formats() {
        return Arrays.stream(DumpFormat.values())
                .filter(format -> format.cut() == RecordCut.NDJSON)
                .map(DumpFormat::id)
                .collect(Collectors.joining(", "));
    }
}
