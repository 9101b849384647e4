// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

/**
 * Letters that fold to one character whatever stands around them: nearly all that people write. A table over the basic
 * plane (64 KiB, of which a language uses little) says in one look what they are.
 */
final class PlainLetters {
    private static final int PLAIN = 1;
    private static final int CAPITAL = 2;
    private static final int LATIN = 4;
    private static final int LOOK_ALIKE = 8;
    private static final byte[] TRAITS = new byte[0x10000];

    static {
        for (int c = 0; c < TRAITS.length; c++) {
            TRAITS[c] = (byte) traits((char) c);
        }
    }

    private PlainLetters() {}

    private static int traits(char c) {
        char folded = CharacterFolding.single(c);
        boolean plain = folded != 0
                && Character.isLetter(c)
                && Character.isAlphabetic(c)
                && !TokenBuffer.isPart(c)
                && !Character.isDigit(folded)
                && !Disguise.isSign(folded);
        if (!plain) {
            return 0;
        }
        int sort = folded >= 'a' && folded <= 'z' ? LATIN : Disguise.isLookAlike(folded) ? LOOK_ALIKE : 0;
        return PLAIN | sort | (Character.isUpperCase(c) ? CAPITAL : 0);
    }

    /** What this character is, in a few bits; 0 where it is no plain letter. */
    static int traitsOf(char c) {
        return TRAITS[c];
    }

    static boolean isCapital(int traits) {
        return (traits & CAPITAL) != 0;
    }

    /** Whether letters of these traits, taken together, may hide others: Latin ones beside look-alikes. */
    static boolean mayHide(int traits) {
        return (traits & LATIN) != 0 && (traits & LOOK_ALIKE) != 0;
    }
}
