// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.tiktok;

import java.util.Optional;
import org.tilik.formats.JsonHead;
import org.tilik.formats.Signature;

/** Tells pages and single items of TikTok's Research API, and videos taken from TikTok's pages. */
public final class TiktokSignature implements Signature {
    @Override
    public Optional<String> ofJson(JsonHead head) {
        if (head.isList()) {
            return Optional.empty();
        }
        if (head.has("data.videos", "error") || head.has("data.videos.id", "data.videos.create_time")) {
            return Optional.of("data.videos of TikTok's Research API");
        }
        if (head.has("data.comments.video_id", "data.comments.create_time")) {
            return Optional.of("data.comments of TikTok's Research API");
        }
        if (head.has("id", "create_time") && head.hasAny("video_description", "region_code", "video_id")) {
            return Optional.of("keys id, create_time, video_description of TikTok's Research API");
        }
        boolean isFromPages = head.has("id", "createTime", "desc")
                || head.has("data.id", "data.createTime", "data.desc")
                || head.value("source_platform").equals("tiktok.com");
        return isFromPages ? Optional.of("keys id, createTime, desc of TikTok's pages") : Optional.empty();
    }
}
