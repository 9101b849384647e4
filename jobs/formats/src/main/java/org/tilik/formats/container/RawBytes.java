// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;

/** How much of a dump file was read, and its hash. */
interface RawBytes {
    /** Bytes read so far. */
    long count();

    /** Reads what is left; the hash of the whole file in hex, or null where another reader of the file tells it. */
    String finish() throws IOException;

    /** A file that is read from its first byte to its last. */
    record InOrder(RawInput input) implements RawBytes {
        @Override
        public long count() {
            return input.count();
        }

        @Override
        public String finish() throws IOException {
            return input.drainAndHash();
        }
    }

    /** A file in which the reader goes from place to place; who reads its beginning hashes it. */
    final class HereAndThere implements RawBytes {
        private final RawChannel file;
        private final DumpRange range;
        private boolean finished;

        HereAndThere(RawChannel file, DumpRange range) {
            this.file = file;
            this.range = range;
        }

        @Override
        public long count() {
            long all = range.end() - range.start();
            return finished ? all : Math.min(all, file.count());
        }

        @Override
        public String finish() throws IOException {
            finished = true;
            return range.start() == 0 ? new RawInput(file.from(0)).drainAndHash() : null;
        }
    }
}
