// SPDX-License-Identifier: GPL-3.0-or-later
/** One record class per table, component by component the columns of its schema in {@code datasets/schemas}. */
package org.tilik.model.table;
