// SPDX-License-Identifier: GPL-3.0-or-later
/** Files of sorted runs: rows as bytes, put in the order of their keys while they are written, merged when read. */
package org.tilik.pipeline.sorted;
