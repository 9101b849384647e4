// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.Optional;

/** How a world is named on an image board: one board, on which whatever answers nothing opens a thread. */
final class BoardNames {
    /** No board of this name exists. */
    static final String BOARD = "sim";

    private static final long FIRST_NUMBER = 1_000_000;

    private BoardNames() {}

    static long number(WorldItem item) {
        return FIRST_NUMBER + item.number();
    }

    static String itemId(WorldItem item) {
        return BOARD + "/" + number(item);
    }

    /** A board knows no shares, and a quote of another thread opens one of its own. */
    static Optional<WorldItem.Kind> kind(WorldItem item) {
        return switch (item.kind()) {
            case POST, QUOTE -> Optional.of(WorldItem.Kind.POST);
            case REPLY -> Optional.of(WorldItem.Kind.REPLY);
            case SHARE -> Optional.empty();
        };
    }

    static boolean opens(WorldItem item) {
        return item.kind() != WorldItem.Kind.REPLY;
    }

    /** The name by which an account is known in all threads. */
    static String trip(WorldItem item) {
        return "!sim" + item.account();
    }

    /** The words, with the link to what is answered or quoted before them and the address behind. */
    static String words(WorldItem item) {
        String about = item.about() == null ? "" : ">>" + number(item.about()) + "\n";
        return about + item.text() + (item.link() == null ? "" : " " + item.link());
    }
}
