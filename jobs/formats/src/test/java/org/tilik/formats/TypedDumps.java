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
