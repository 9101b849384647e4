// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import org.tilik.formats.ByteSearch;
import org.tilik.formats.RecordCut;

/** Finds where records end in a stream that arrives piece by piece; every byte is shown once, in order. */
interface RecordEnds {
    /** The index of the line feed that ends the current record, or -1 when it is not in {@code [from, to)}. */
    int next(byte[] bytes, int from, int to);

    static RecordEnds of(RecordCut cut) {
        return switch (cut) {
            case NDJSON, DOCUMENT, PAGES, STREAM -> new LineEnds();
            case JSON_OBJECTS -> new ObjectEnds();
            case CSV -> new CsvRowEnds();
        };
    }

    /** Every line feed ends a record. */
    final class LineEnds implements RecordEnds {
        @Override
        public int next(byte[] bytes, int from, int to) {
            return ByteSearch.next(bytes, from, to, '\n');
        }
    }

    /** A line feed ends a record when all braces and brackets before it are closed and it stands in no text. */
    final class ObjectEnds implements RecordEnds {
        private int depth;
        private boolean inText;
        private boolean escaped;

        @Override
        public int next(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                byte c = bytes[i];
                if (inText) {
                    inText = escaped || c != '"';
                    escaped = !escaped && c == '\\';
                } else if (c == '"') {
                    inText = true;
                } else if (c == '{' || c == '[') {
                    depth++;
                } else if (c == '}' || c == ']') {
                    depth = Math.max(0, depth - 1);
                } else if (c == '\n' && depth == 0) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** A line feed ends a row unless it stands inside quotes (RFC 4180); a quote opens only at the start of a cell. */
    final class CsvRowEnds implements RecordEnds {
        private enum State {
            CELL_START,
            BARE,
            QUOTED,
            QUOTE_IN_QUOTED
        }

        private State state = State.CELL_START;

        @Override
        public int next(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (state == State.QUOTED) {
                    i = ByteSearch.next(bytes, i, to, '"');
                    if (i < 0) {
                        return -1;
                    }
                    state = State.QUOTE_IN_QUOTED;
                    continue;
                }
                byte c = bytes[i];
                if (c == '\n') {
                    state = State.CELL_START;
                    return i;
                } else if (c == ',') {
                    state = State.CELL_START;
                } else if (c == '"' && state != State.BARE) {
                    // At the start of a cell it opens; right after another it stands for one quote.
                    state = State.QUOTED;
                } else {
                    state = State.BARE;
                }
            }
            return -1;
        }
    }
}
