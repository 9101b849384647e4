// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

/** How a text shows that words in it are another's. */
public enum QuotationKind {
    /** Between quotation marks of any style. */
    MARKS,
    /** In lines that begin with {@code >}, as boards quote the post that is answered. */
    LINES,
    /** After {@code RT @name:}, {@code QT @name:} or {@code MT @name:}. */
    REPOST
}
