// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

/** Punctuation that carries tone or structure, in one form for all scripts. */
final class Marks {
    private Marks() {}

    /** The plain form of this mark; 0 where the character tells nothing. */
    static int of(int c) {
        return switch (c) {
            case '!', '\u00A1', '\uFF01' -> '!';
            case '?', '\u00BF', '\u061F', '\uFF1F' -> '?';
            case '.', '\u3002', '\u0964', '\u06D4', '\u2026' -> '.';
            case ',', '\u060C', '\u3001', '\uFF0C' -> ',';
            case ':', '\uFF1A' -> ':';
            case ';', '\u061B', '\uFF1B' -> ';';
            case '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u300C', '\u300D', '\u300E', '\u300F' -> '"';
            case '(', ')', '[', ']', '%', '*', '/', '+', '=', '<', '>' -> c;
            case '-', '\u2013', '\u2014' -> '-';
            default -> 0;
        };
    }
}
