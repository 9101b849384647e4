// SPDX-License-Identifier: GPL-3.0-or-later
/** The words of report and answers, in English, French and Indonesian. */
package org.tilik.export.words;
