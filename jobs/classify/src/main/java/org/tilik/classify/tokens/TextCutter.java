// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import java.util.List;

/** Cuts texts of one language into words or sentences; immutable, safe for use by many threads. */
public interface TextCutter {
    /** The pieces in the order of the text, never empty ones and never of white space alone. */
    List<Span> cut(String text);
}
