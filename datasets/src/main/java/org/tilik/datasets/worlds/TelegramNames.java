// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

/** How a world is named on Telegram: every account is a channel, and numbers of messages are those of items. */
final class TelegramNames {
    private static final long FIRST_CHANNEL = 1_000_000_000;

    private TelegramNames() {}

    static long channel(WorldItem item) {
        return FIRST_CHANNEL + item.account();
    }

    static long message(WorldItem item) {
        return item.number() + 1;
    }

    /** The words; what quotes, which Telegram does not know, links to the other message. */
    static String words(WorldItem item) {
        return item.kind() == WorldItem.Kind.QUOTE
                ? item.text() + " https://t.me/c/" + channel(item.about()) + "/" + message(item.about())
                : item.text();
    }
}
