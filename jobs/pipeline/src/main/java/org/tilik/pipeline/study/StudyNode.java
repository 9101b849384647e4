// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.List;
import java.util.Map;

/** A parsed piece of a study file that knows its line, so that messages can point at it. */
sealed interface StudyNode {
    /** Line in the file, from 1. */
    int line();

    /** What is there, for messages. */
    String describe();

    /** What a scalar is by the rules of YAML. */
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        NULL
    }

    /** A single value as it is written. */
    record Scalar(String text, Kind kind, int line) implements StudyNode {
        private static final int LONGEST = 60;

        @Override
        public String describe() {
            String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            return kind == Kind.NULL ? "empty" : kind == Kind.TEXT ? '"' + shown + '"' : shown;
        }
    }

    /** A list. */
    record Sequence(List<StudyNode> items, int line) implements StudyNode {
        @Override
        public String describe() {
            return "a list of " + items.size();
        }
    }

    /** Keys and values in the order of the file. */
    record Mapping(Map<String, Entry> entries, int line) implements StudyNode {
        /** A value and the line of its key. */
        record Entry(StudyNode value, int line) {}

        @Override
        public String describe() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping with " + String.join(", ", entries.keySet());
        }
    }
}
