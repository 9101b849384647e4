// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Small dumps typed after the documentation of their formats, for what must hold of every format alike. */
public final class TypedDumps {
    private static final Map<DumpFormat, String> TEXTS = new EnumMap<>(DumpFormat.class);

    static {
        TEXTS.put(DumpFormat.TELETHON, """
                {"_":"Message","id":45,"peer_id":{"_":"PeerChannel","channel_id":1100},"date":"2020-11-20T19:35:38+00:00","message":"words https://example.org/a","from_id":null,"fwd_from":{"date":"2020-11-20T18:00:00+00:00","from_id":{"channel_id":2200},"channel_post":9},"reply_to":{"reply_to_msg_id":4},"views":12,"entities":[{"url":"https://example.org/b"}],"edit_date":1605987338,"restriction_reason":[{"platform":"all","reason":"terms"}],"retrieved_utc":1614556800}
                {"_":"MessageEmpty","id":46,"peer_id":{"channel_id":1100},"retrieved_utc":1614556800}
                {"_":"MessageService","id":47,"peer_id":{"channel_id":1100},"date":1605900938}
                """);
        TEXTS.put(DumpFormat.TELEGRAM_DESKTOP, """
                {"name": "A", "type": "public_channel", "id": 500, "messages": [
                 {"id": 1, "type": "service", "date": "2023-01-01T10:00:00", "date_unixtime": "1672567200"},
                 {"id": 3, "type": "message", "date_unixtime": "1672574400", "edited_unixtime": "1672578000",
                  "from_id": "user9", "reply_to_message_id": 2, "text": ["see ", {"text": "here", "href": "https://e.org"}]},
                 {"id": 4, "type": "message", "date_unixtime": "1672581600", "forwarded_from_id": "channel600", "text": "x"}
                ]}
                """);
        TEXTS.put(DumpFormat.YOUTUBE, """
                {"id":"abc","title":"A title","description":"words https://e.org","channel_id":"UC1","view_count":100,"availability":"private","extractor":"youtube","upload_date":"20240501","epoch":1717200000}
                {"id":"abc","error":"This video has been removed for violating YouTube's policy on hate speech","extractor_key":"Youtube","epoch":1717200000}
                {"kind":"youtube#videoListResponse","items":[{"kind":"youtube#video","id":"v","snippet":{"publishedAt":"2024-05-01T12:00:00Z","channelId":"UC1","title":"t"},"statistics":{"viewCount":"1"},"status":{"uploadStatus":"rejected","rejectionReason":"legal"}}]}
                {"kind":"youtube#commentThread","snippet":{"videoId":"v","topLevelComment":{"id":"c","snippet":{"textOriginal":"w","publishedAt":"2024-05-02T00:00:00Z","updatedAt":"2024-05-03T00:00:00Z"}}}}
                """);
        TEXTS.put(DumpFormat.TIKTOK, """
                {"data":{"videos":[{"id":7101234567890123456,"video_description":"w","create_time":1653000000,"username":"u","view_count":1}],"cursor":1},"error":{"code":"ok"}}
                {"data":{"comments":[{"id":7102,"video_id":7101,"text":"w","parent_comment_id":7101,"create_time":1653000100}]}}
                {"source_platform":"tiktok.com","timestamp_collected":1653100000500,"data":{"id":"7103","desc":"w","createTime":1653000200,"author":{"uniqueId":"o"},"stats":{"playCount":70},"duetInfo":{"duetFromId":"7101"}}}
                """);
    }

    private TypedDumps() {}

    /** The formats that have such a dump. */
    public static Set<DumpFormat> formats() {
        return TEXTS.keySet();
    }

    /** The dump of this format. */
    public static byte[] of(DumpFormat format) {
        return TEXTS.get(format).getBytes(StandardCharsets.UTF_8);
    }
}
