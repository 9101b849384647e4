// SPDX-License-Identifier: GPL-3.0-or-later
/** Notebooks over the tables of a bundle, made from the pages in {@code notebooks/}. */
package org.tilik.export.notebook;
