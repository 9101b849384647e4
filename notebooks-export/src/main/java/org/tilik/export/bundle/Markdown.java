// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

/** Text in a page of Markdown. */
final class Markdown {
    private Markdown() {}

    /** So that neither Markdown nor HTML in it is followed. */
    static String text(String raw) {
        return InertText.visible(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|#!~])", "\\\\$1");
    }
}
