// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

/** Text from data, made safe to look at: characters that are not seen but change what is seen are written out. */
final class VisibleText {
    private VisibleText() {}

    /**
     * The text with control characters, marks and overrides of the writing direction, line separators, lone halves of
     * surrogate pairs and the byte order mark written as {@code ⟨U+202E⟩}. All else, in any script, stays.
     */
    static String of(String text) {
        if (text.codePoints().noneMatch(VisibleText::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                visible.append(String.format("⟨U+%04X⟩", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> !isJoiner(c);
            default -> false;
        };
    }

    /** Words of Persian, Hindi and others are written with these. */
    private static boolean isJoiner(int c) {
        return c == 0x200C || c == 0x200D || c == 0x00AD;
    }
}
