// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells what Twitter's API version 1.1 delivered. */
public final class TwitterSignature implements Signature {
    private static final List<String> MESSAGES =
            List.of("delete", "status_withheld", "user_withheld", "scrub_geo", "limit");

    @Override
    public Optional<String> ofJson(JsonHead head) {
        // Weibo's interface was built after Twitter's and has the same names, with mid beside id.
        if (head.has("id", "created_at", "user") && head.hasAny("text", "full_text") && !head.has("mid")) {
            return Optional.of("keys id, created_at, user, text of a Twitter status");
        }
        return MESSAGES.stream()
                .filter(message -> head.names().equals(Set.of(message)))
                .findFirst()
                .map(message -> "the message " + message + " of a Twitter stream");
    }
}
