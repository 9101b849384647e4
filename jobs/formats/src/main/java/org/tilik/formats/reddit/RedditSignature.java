// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells Reddit's submissions and comments. */
public final class RedditSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (!head.has("id", "created_utc")) {
            return Optional.empty();
        }
        if (head.has("body") && head.hasAny("link_id", "parent_id")) {
            return Optional.of("keys id, created_utc, body, link_id of a Reddit comment");
        }
        return head.has("title") && head.hasAny("subreddit", "subreddit_id") && head.hasAny("selftext", "url")
                ? Optional.of("keys id, created_utc, title, subreddit of a Reddit submission")
                : Optional.empty();
    }
}
