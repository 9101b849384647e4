// SPDX-License-Identifier: GPL-3.0-or-later
/** Two runs beside each other: which numbers moved, and what differs between the runs. */
package org.tilik.export.diff;
