// SPDX-License-Identifier: GPL-3.0-or-later
/** Where words, sentences and quotations stand in a text; the scoring path has a faster cutter of its own. */
package org.tilik.classify.tokens;
