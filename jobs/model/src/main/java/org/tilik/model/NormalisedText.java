// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text in one spelling, by which copies of a text are recognised: tokens with one blank between them.
 *
 * <p>Web addresses and mentions are removed, the rest is brought to compatibility form (NFKC) and folded to lower case,
 * invisible characters vanish, and everything but letters, their marks and digits becomes one blank. Scripts written
 * without blanks (Chinese, Japanese, Thai, Lao, Khmer, Burmese, the scripts of the Tai, Balinese, Javanese, Yi) give one
 * token for each character.
 *
 * <p>The JDK has no Unicode case folding; upper case, then lower case, then one form of final sigma comes to the same for
 * all but a few letters of Cherokee and of extinct scripts.
 */
public final class NormalisedText {
    private static final Pattern ADDRESSES = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");

    /** {@code @name} (also {@code @name@server}) and Reddit's {@code u/name}. */
    private static final Pattern MENTIONS = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])(?:@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-]*(?:@[\\w.\\-]+)?|/?u/[\\w\\-]+)");

    private NormalisedText() {}

    /** The normalised text; the empty string for null or where no letter or digit is left. */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String bare = MENTIONS.matcher(ADDRESSES.matcher(text).replaceAll(" ")).replaceAll(" ");
        String folded = fold(Normalizer.normalize(bare, Normalizer.Form.NFKC));
        StringBuilder tokens = new StringBuilder(folded.length());
        boolean gap = false;
        boolean lastStandsAlone = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (isInvisible(c)) {
                continue;
            }
            boolean mark = isMark(c);
            if (!mark && !Character.isLetterOrDigit(c)) {
                gap = true;
                continue;
            }
            boolean alone = !mark && standsAlone(c);
            if (!mark && (gap || alone || lastStandsAlone) && tokens.length() > 0) {
                tokens.append(' ');
            }
            if (!mark || (!gap && tokens.length() > 0)) {
                tokens.appendCodePoint(c);
            }
            if (!mark) {
                gap = false;
                lastStandsAlone = alone;
            }
        }
        return tokens.toString();
    }

    private static String fold(String text) {
        String folded = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03C2', '\u03C3');
        // Folding can undo the compatibility form of a few letters.
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Zero-width characters and variation selectors, which are put into words to make copies look different. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static boolean standsAlone(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
            case THAI, LAO, KHMER, MYANMAR, TAI_LE, NEW_TAI_LUE, TAI_THAM, TAI_VIET -> true;
            case BALINESE, JAVANESE -> true;
            default -> false;
        };
    }
}
