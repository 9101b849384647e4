// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * What an item says; the copies of a family say the same, up to small edits.
 *
 * @param language of the words
 * @param label what it truly is
 * @param title first sentence
 * @param body further sentences, empty for none
 * @param link address it points to, null for none
 * @param listedUrl number of the shared address it points to, −1 when it is none of those
 */
record Content(Language language, Label label, String title, String body, String link, int listedUrl) {
    /** Texts shorter than this many words are too short to recognise an edited copy by. */
    private static final int LEAST_WORDS_OF_VARIANT = 10;

    /** All words, as a platform without titles shows them. */
    String words() {
        return body.isEmpty() ? title : title + " " + body;
    }

    boolean canVary() {
        return words().split(" ").length >= LEAST_WORDS_OF_VARIANT;
    }

    /** The same with a small edit at the end. */
    Content variant(int number) {
        String edit = " (" + number + ")";
        return body.isEmpty()
                ? new Content(language, label, title + edit, "", link, listedUrl)
                : new Content(language, label, title, body + edit, link, listedUrl);
    }
}
