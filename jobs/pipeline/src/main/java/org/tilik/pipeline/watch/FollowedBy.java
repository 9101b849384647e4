// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import org.tilik.pipeline.classify.Content;

/** Names contents in one text each: the kind of tie, a colon, the key. */
final class FollowedBy {
    private static final char COLON = ':';

    private FollowedBy() {}

    static String code(Content content) {
        return content.joinedBy().id() + COLON + content.key();
    }

    static String kind(String code) {
        return code.substring(0, code.indexOf(COLON));
    }

    static String key(String code) {
        return code.substring(code.indexOf(COLON) + 1);
    }
}
