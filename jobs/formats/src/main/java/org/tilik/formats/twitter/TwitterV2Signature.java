// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells what Twitter's API version 2 delivered: pages, records of streams, and flattened tweets. */
public final class TwitterV2Signature implements Signature {
    private static final String PROBLEMS = "https://api.twitter.com/2/problems/";
    private static final String X_PROBLEMS = "https://api.x.com/2/problems/";

    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (head.has("data.id", "data.text")
                && head.hasAny(
                        "data.author_id", "data.edit_history_tweet_ids", "data.created_at", "data.public_metrics")) {
            return Optional.of("data with id and text of Twitter's API version 2");
        }
        if (head.has("id", "text", "author_id")
                && head.hasAny("edit_history_tweet_ids", "public_metrics", "conversation_id", "__twarc")) {
            return Optional.of("keys id, text, author_id of a tweet of API version 2");
        }
        String problem = head.value("errors.type");
        if (problem.startsWith(PROBLEMS) || problem.startsWith(X_PROBLEMS)) {
            return Optional.of("errors of Twitter's API version 2");
        }
        return head.has("__twarc.retrieved_at") && head.hasAny("data", "meta", "errors")
                ? Optional.of("a page of API version 2 that twarc collected")
                : Optional.empty();
    }
}
