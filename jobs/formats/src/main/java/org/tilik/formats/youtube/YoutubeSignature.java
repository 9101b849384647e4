// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.youtube;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells pages of YouTube's interface and what yt-dlp writes of a video. */
public final class YoutubeSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (head.isList()) {
            return Optional.empty();
        }
        if (head.value("kind").startsWith("youtube#")) {
            return Optional.of("kind youtube#… of YouTube's interface");
        }
        boolean named = Stream.of("extractor", "extractor_key", "ie_key")
                .anyMatch(key -> head.value(key).toLowerCase(Locale.ROOT).startsWith("youtube"));
        boolean isInfo = named
                || head.has("title", "formats.format_id")
                || head.has("channel_id", "upload_date")
                || head.has("availability");
        return head.has("id") && isInfo
                ? Optional.of("keys id, extractor, upload_date, availability as yt-dlp writes them")
                : Optional.empty();
    }
}
