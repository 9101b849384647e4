// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

/**
 * One file of a world.
 *
 * @param name in the folder of its format
 * @param format name of its dump format
 * @param capturedAt second at which the study says that it was captured; null where it need not
 */
public record DumpFile(String name, String format, Long capturedAt) {
    /** A file that states itself what must be known of its capture, or where nobody knows it. */
    public DumpFile(String name, String format) {
        this(name, format, null);
    }
}
