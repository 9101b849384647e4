// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

/**
 * A piece of a text, in UTF-16 chars.
 *
 * @param start first char
 * @param end first char after it
 */
public record Span(int start, int end) {
    /** The words of this span. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
