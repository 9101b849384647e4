// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The members of one archive, one after the other; the content of each ends when the next is asked for. */
interface Members extends Closeable {
    /** The next member that is no folder, or null at the end of a sound archive. */
    Member next() throws IOException;

    /**
     * One member of an archive.
     *
     * @param name its path as the archive states it
     * @param content its bytes as stored for a file, else null
     * @param obstacle why its bytes cannot be read, else null; links and devices have neither content nor obstacle
     */
    record Member(String name, InputStream content, String obstacle) {
        static Member file(String name, InputStream content) {
            return new Member(name, content, null);
        }

        /** A link, a device: nothing that could be read, and never followed. */
        static Member special(String name) {
            return new Member(name, null, null);
        }

        static Member unreadable(String name, String obstacle) {
            return new Member(name, null, obstacle);
        }
    }
}
