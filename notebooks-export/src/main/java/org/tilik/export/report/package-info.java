// SPDX-License-Identifier: GPL-3.0-or-later
/** The report: one page that opens offline in any browser. */
package org.tilik.export.report;
