// SPDX-License-Identifier: GPL-3.0-or-later
/** Policy: from items, labels, families, episodes and dated facts to the tables that policy teams open first. */
package org.tilik.pipeline.policy;
