// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

/**
 * One file of a world.
 *
 * @param name in the folder of its format
 * @param format name of its dump format
 */
public record DumpFile(String name, String format) {}
