// SPDX-License-Identifier: GPL-3.0-or-later
/** Accounts that share the same content within seconds of each other: the search for them over all tracked items. */
package org.tilik.pipeline.spread.coordination;
