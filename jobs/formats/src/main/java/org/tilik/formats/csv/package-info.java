// SPDX-License-Identifier: GPL-3.0-or-later
/** Plain CSV with a header row, as the helper inputs of a study are written. */
package org.tilik.formats.csv;
