// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

/**
 * What run.json says about one finished table.
 *
 * @param name folder of the table relative to the output, for instance {@code restricted/items}
 * @param rows number of rows
 * @param digest fingerprint of its rows whatever their order; null when it was not computed
 */
public record TableReport(String name, long rows, String digest) {}
