// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

/** Scripts as far as they bear on language: those of many languages have a model, the others name their language. */
enum WritingSystem {
    LATIN(null),
    CYRILLIC(null),
    ARABIC(null),
    DEVANAGARI(null),
    BENGALI(null),
    ETHIOPIC(null),
    HEBREW(null),
    /** Chinese, and Japanese where kana stand beside it. */
    HAN("zh"),
    KANA("ja"),
    HANGUL("ko"),
    GREEK("el"),
    ARMENIAN("hy"),
    GEORGIAN("ka"),
    THAI("th"),
    LAO("lo"),
    KHMER("km"),
    MYANMAR("my"),
    SINHALA("si"),
    TAMIL("ta"),
    TELUGU("te"),
    KANNADA("kn"),
    MALAYALAM("ml"),
    GUJARATI("gu"),
    GURMUKHI("pa"),
    ORIYA("or"),
    TIBETAN("bo"),
    THAANA("dv");

    /** What a UTF-16 unit is: not part of a word. */
    static final byte NONE = -1;
    /** What a UTF-16 unit is: invisible, does not end a word. */
    static final byte IGNORED = -2;

    private static final WritingSystem[] VALUES = values();
    private static final byte[] OF_UNIT = table();

    private final String onlyLanguage;

    WritingSystem(String onlyLanguage) {
        this.onlyLanguage = onlyLanguage;
    }

    /** ISO 639 code of the one language written so, or null where a model must decide. */
    String onlyLanguage() {
        return onlyLanguage;
    }

    /** Place in tables; no file holds it. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    static WritingSystem at(int index) {
        return VALUES[index];
    }

    static int count() {
        return VALUES.length;
    }

    /** Index of the writing system of a letter (or of a mark of it), {@link #NONE} or {@link #IGNORED}. */
    static byte ofUnit(char unit) {
        return OF_UNIT[unit];
    }

    /**
     * How much of a text a letter of this system is, in thirds of a letter of an alphabet, for the majority in mixed text:
     * Arabic and Hebrew leave most vowels out, syllabaries and ideographs hold several sounds.
     */
    int weight() {
        return switch (this) {
            case HAN, HANGUL -> 9;
            case KANA, ETHIOPIC -> 6;
            case ARABIC, HEBREW -> 4;
            default -> 3;
        };
    }

    private static byte[] table() {
        byte[] table = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            table[c] = classify(c);
        }
        return table;
    }

    private static byte classify(int c) {
        int type = Character.getType(c);
        if (type == Character.FORMAT || type == Character.ENCLOSING_MARK || isArabicDecoration(c) || isVariation(c)) {
            return IGNORED;
        }
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        if (!mark && !Character.isLetter(c)) {
            return NONE;
        }
        WritingSystem system = ofScript(Character.UnicodeScript.of(c));
        if (system != null) {
            return (byte) system.index();
        }
        return mark ? IGNORED : NONE;
    }

    /** Vowel signs, which are written in some texts only, and the stretching sign. */
    private static boolean isArabicDecoration(int c) {
        return (c >= 0x064B && c <= 0x065F)
                || c == 0x0670
                || c == 0x0640
                || (c >= 0x06D6 && c <= 0x06ED && c != 0x06D5);
    }

    private static boolean isVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F;
    }

    private static WritingSystem ofScript(Character.UnicodeScript script) {
        return switch (script) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case DEVANAGARI -> DEVANAGARI;
            case BENGALI -> BENGALI;
            case ETHIOPIC -> ETHIOPIC;
            case HEBREW -> HEBREW;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            case GREEK -> GREEK;
            case ARMENIAN -> ARMENIAN;
            case GEORGIAN -> GEORGIAN;
            case THAI -> THAI;
            case LAO -> LAO;
            case KHMER -> KHMER;
            case MYANMAR -> MYANMAR;
            case SINHALA -> SINHALA;
            case TAMIL -> TAMIL;
            case TELUGU -> TELUGU;
            case KANNADA -> KANNADA;
            case MALAYALAM -> MALAYALAM;
            case GUJARATI -> GUJARATI;
            case GURMUKHI -> GURMUKHI;
            case ORIYA -> ORIYA;
            case TIBETAN -> TIBETAN;
            case THAANA -> THAANA;
            default -> null;
        };
    }
}
