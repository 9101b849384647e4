// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The report of a run: one HTML file that opens without a network and shows the release tables with what they can and
 * cannot say. The classes choose rows and write them into the page as data; the scripts among the resources draw them.
 */
package org.tilik.export.report;
