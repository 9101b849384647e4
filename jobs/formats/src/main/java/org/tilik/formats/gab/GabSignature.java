// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.gab;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells posts of Gab from those of Mastodon, on which its second interface was built. */
public final class GabSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (head.isList()) {
            return Optional.empty();
        }
        boolean isFirst =
                head.has("id", "created_at", "body", "user") && head.hasAny("like_count", "is_quote", "score");
        boolean isFeed = head.has("post.body", "post.created_at") && head.hasAny("actuser", "published_at");
        if (isFirst || isFeed) {
            return Optional.of("keys id, created_at, body, user, like_count of Gab until 2019");
        }
        boolean isShort = head.has("i", "ca", "c") && head.hasAny("ul", "author_info", "fbc");
        boolean isLong = head.has("id", "created_at", "content", "account")
                && (head.value("url").startsWith("https://gab.com/")
                        || head.hasAny("reactions_counts", "reaction_count", "quote_of_id"));
        if (isShort || isLong) {
            return Optional.of("keys id, created_at, content, account of Gab from 2019 on");
        }
        return head.value("source_platform").equals("gab.com")
                ? Optional.of("a post that Zeeschuimer took from gab.com")
                : Optional.empty();
    }
}
