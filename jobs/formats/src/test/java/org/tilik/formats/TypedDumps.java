// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Event;

/** Small dumps typed after the documentation of their formats, for what must hold of every format alike. */
public final class TypedDumps {
    private static final Map<DumpFormat, List<String>> TEXTS = new EnumMap<>(DumpFormat.class);

    static {
        add(DumpFormat.TWITTER_V1, """
                {"created_at":"Wed Apr 27 00:00:01 +0000 2016","id":725115752463814656,"id_str":"725115752463814656","text":"w","user":{"id":5},"timestamp_ms":"1461715201664"}
                {"created_at":"Wed Apr 27 00:00:01 +0000 2016","id":725115752463814657,"id_str":"725115752463814657","text":"w","in_reply_to_status_id":725115752463814656,"user":{"id":5},"timestamp_ms":"1461715201664"}
                {"created_at":"Wed Apr 27 00:00:01 +0000 2016","id":725115752463814658,"id_str":"725115752463814658","text":"RT","user":{"id":6},"retweeted_status":{"created_at":"Wed Apr 27 00:00:01 +0000 2016","id":725115752463814656,"text":"w","user":{"id":5},"favorite_count":2,"retweet_count":3},"timestamp_ms":"1461715201664"}
                {"created_at":"Wed Apr 27 00:00:01 +0000 2016","id":725115752463814659,"id_str":"725115752463814659","text":"q","user":{"id":6},"is_quote_status":true,"quoted_status_id":725115752463814656,"timestamp_ms":"1461715201664"}
                {"delete":{"status":{"id":725115752463814656,"id_str":"725115752463814656","user_id":5},"timestamp_ms":"1461799301664"}}
                """);
        add(DumpFormat.REDDIT, """
                {"id":"abc","created_utc":1700000000,"retrieved_on":1700000100,"title":"t","selftext":"w","subreddit":"s","author":"a","url":"https://e.org","_meta":{"retrieved_2nd_on":1700129700,"was_deleted_later":true,"removal_type":"moderator"}}
                {"id":"abd","created_utc":1700000000,"retrieved_on":1700000100,"title":"t","selftext":"w","subreddit":"s","author":"a","crosspost_parent":"t3_abc","edited":1700000050}
                {"id":"abe","created_utc":1700000000,"retrieved_on":1700000100,"body":"w","link_id":"t3_abc","parent_id":"t3_abc","subreddit":"s","author":"b","_meta":{"retrieved_2nd_on":1700129700}}
                {"id":"abf","created_utc":1700000000,"retrieved_on":1700000100,"body":"w","link_id":"t3_abc","parent_id":"t3_abc","subreddit":"s","author":"b","_meta":{"retrieved_2nd_on":1700129700,"was_initially_deleted":true}}
                """);
        add(DumpFormat.TGDATASET, """
                {"100":{"creation_date":1450995556.0,"text_messages":{"7":{"message":"w","date":1605900938.0,"is_forwarded":false},"8":{"message":"v","date":1605900999.0,"is_forwarded":true,"forwarded_from_id":200,"forwarded_message_date":1605900900.0}}}}
                """);
        add(DumpFormat.RECHECK, """
                platform,item_id,checked_at,status,http_status,actor
                reddit,t3_abc,2024-06-02T10:00:00Z,gone,404,
                """);
        add(DumpFormat.RECHECK, """
                url,checked_at,http_status,location
                https://twitter.com/sim/status/1001,2024-06-02T10:00:00Z,404,
                """);
        add(DumpFormat.REFERRAL, """
                platform,item_id,at,channel,jurisdiction,decision
                reddit,t3_abc,2024-06-02T10:00:00Z,iru,DE,
                """);
        add(DumpFormat.TELETHON, """
                {"_":"Message","id":45,"peer_id":{"_":"PeerChannel","channel_id":1100},"date":"2020-11-20T19:35:38+00:00","message":"words https://example.org/a","from_id":null,"fwd_from":{"date":"2020-11-20T18:00:00+00:00","from_id":{"channel_id":2200},"channel_post":9},"reply_to":{"reply_to_msg_id":4},"views":12,"entities":[{"url":"https://example.org/b"}],"edit_date":1605987338,"restriction_reason":[{"platform":"all","reason":"terms"}],"retrieved_utc":1614556800}
                {"_":"Message","id":48,"to_id":{"_":"PeerChannel","channel_id":1100},"date":1605900938,"message":"w","from_id":7,"reply_to_msg_id":45}
                {"_":"MessageEmpty","id":46,"peer_id":{"channel_id":1100},"retrieved_utc":1614556800}
                {"_":"MessageService","id":47,"peer_id":{"channel_id":1100},"date":1605900938}
                """);
        add(DumpFormat.TELEGRAM_DESKTOP, """
                {"name": "A", "type": "public_channel", "id": 500, "messages": [
                 {"id": 1, "type": "service", "date": "2023-01-01T10:00:00", "date_unixtime": "1672567200"},
                 {"id": 3, "type": "message", "date_unixtime": "1672574400", "edited_unixtime": "1672578000",
                  "from_id": "user9", "reply_to_message_id": 2, "text": ["see ", {"text": "here", "href": "https://e.org"}]},
                 {"id": 2, "type": "message", "date_unixtime": "1672574300", "from_id": "channel500", "text": "w"},
                 {"id": 4, "type": "message", "date_unixtime": "1672581600", "forwarded_from_id": "channel600", "text": "x"}
                ]}
                """);
        add(DumpFormat.YOUTUBE, """
                {"id":"abc","title":"A title","description":"words https://e.org","channel_id":"UC1","view_count":100,"availability":"private","extractor":"youtube","upload_date":"20240501","epoch":1717200000}
                {"id":"abc","error":"This video has been removed for violating YouTube's policy on hate speech","extractor_key":"Youtube","epoch":1717200000}
                {"kind":"youtube#videoListResponse","items":[{"kind":"youtube#video","id":"v","snippet":{"publishedAt":"2024-05-01T12:00:00Z","channelId":"UC1","title":"t"},"statistics":{"viewCount":"1"},"status":{"uploadStatus":"rejected","rejectionReason":"legal"}}]}
                {"kind":"youtube#commentThread","snippet":{"videoId":"v","topLevelComment":{"id":"c","snippet":{"textOriginal":"w","publishedAt":"2024-05-02T00:00:00Z","updatedAt":"2024-05-03T00:00:00Z"}}}}
                """);
        add(DumpFormat.TIKTOK, """
                {"data":{"videos":[{"id":7101234567890123456,"video_description":"w","create_time":1653000000,"username":"u","view_count":1}],"cursor":1},"error":{"code":"ok"}}
                {"data":{"comments":[{"id":7102,"video_id":7101,"text":"w","parent_comment_id":7101,"create_time":1653000100}]}}
                {"source_platform":"tiktok.com","timestamp_collected":1653100000500,"data":{"id":"7103","desc":"w","createTime":1653000200,"author":{"uniqueId":"o"},"stats":{"playCount":70},"duetInfo":{"duetFromId":"7101"}}}
                """);
        add(DumpFormat.GAB, """
                {"id":"1","created_at":"2016-09-14T21:16:21+00:00","revised_at":"2016-09-15T21:16:21+00:00","edited":true,"body":"w","like_count":1,"is_quote":true,"is_reply":false,"user":{"id":2,"username":"a"},"parent":{"id":"3","created_at":"2016-09-13T21:16:21+00:00","body":"v","user":{"username":"b"}}}
                {"id":"9","type":"repost","published_at":"2016-09-16T21:16:21+00:00","actuser":{"username":"c"},"post":{"id":"3","created_at":"2016-09-13T21:16:21+00:00","body":"v","user":{"username":"b"}}}
                {"id":"4","created_at":"2021-03-01T10:00:00.123Z","content":"<p>w <a href=\\"https://e.org\\">x</a></p>","url":"https://gab.com/a/posts/4","account":{"id":"2","username":"a"},"in_reply_to_id":"1","favourites_count":1,"__import_meta":{"timestamp_collected":1653100000500}}
                {"id":"6","created_at":"2018-03-01T10:00:00+00:00","body":"w","score":1,"is_quote":false,"user":{"username":"a"}}
                {"i":"5","ca":"2021-03-01T10:00:00.123Z","c":"<p>w</p>","ul":"/a/posts/5","rc":1,"fbc":2,"rbc":3,"author_info":{"un":"a"}}
                """);
        add(DumpFormat.PARLER, """
                {"id":"aa","comments":2,"body":"w","bodywithurls":"w https://e.org","createdAt":"20200615225113","createdAtformatted":"2020-06-15 22:51:13 UTC","datatype":"posts","creator":"c","parent":"bb","upvotes":3}
                {"id":"bb","body":"w","createdAt":"20200615225112","datatype":"posts","creator":"d","parent":null}
                {"id":"dd","body":"","createdAt":"20200615225115","datatype":"posts","creator":"d","parent":"bb"}
                {"id":"cc","comments":2,"body":"w","createdAt":"20200615225114","datatype":"comments","creator":"c","parent":"aa"}
                """);
        add(DumpFormat.CROWDTANGLE, """
                Page Name,User Name,Facebook Id,Likes at Posting,Post Created,Type,Total Interactions,Likes,Comments,Shares,Total Views,URL,Message,Link,Final Link,"Overperforming Score (weighted  —  Likes 1x Shares 3x Comments 2x )"
                A,a,100,5,2021-07-06 16:45:20 EDT,Link,"1,234","1,000",200,34,"12,345",https://www.facebook.com/100/posts/200,"words
                more",https://e.org,,-1.5
                """);
        add(DumpFormat.CROWDTANGLE, """
                id,creation_time,text,lang,post_owner.id,statistics.views,statistics.like_count,shared_post_id,link_attachment.link
                9,2023-01-01T10:00:00+00:00,words,de,55,100,7,,https://e.org
                10,2023-01-01T10:00:00+00:00,words,de,55,100,7,9,
                11,2023-01-01T10:00:00+00:00,,de,55,100,7,9,
                """);
        add(DumpFormat.WEIBOSCOPE, """
                mid,retweeted_status_mid,uid,retweeted_uid,source,image,text,geo,created_at,deleted_last_seen,permission_denied
                m1,,u1,,web,0,words,,2012-01-03 15:36:27,2012-01-03 16:00:00,TRUE
                m3,m1,u2,u1,web,0,own words,,2012-01-03 15:40:01,,
                m2,m1,u2,u1,web,0,转发微博,,2012-01-03 15:40:00,,
                """);
        add(DumpFormat.CDX, """
                [["urlkey","timestamp","original","mimetype","statuscode","digest","length"],
                ["com,twitter)/sim/status/1001","20170323172420","https://twitter.com/sim/status/1001","text/html","200","AAA","900"],
                ["com,twitter)/sim/status/1001","20170423172420","https://twitter.com/sim/status/1001","warc/revisit","-","AAA","300"],
                ["com,twitter)/sim/status/1001","20170523172420","https://twitter.com/sim/status/1001","text/html","404","BBB","900"]]
                """);
        add(DumpFormat.CDX, """
                 CDX N b a m s k r M S V g
                com,twitter)/sim/status/1001 20170323172420 https://twitter.com/sim/status/1001 text/html 302 AAA - - 900 12 sim.warc.gz
                com,reddit)/r/sim/comments/1abc 20170323172421 https://www.reddit.com/r/sim/comments/1abc/ text/html 404 BBB - - 900 912 sim.warc.gz
                """);
        add(DumpFormat.WARC, """
                WARC/1.0
                WARC-Type: response
                WARC-Date: 2017-03-23T17:24:20Z
                WARC-Target-URI: https://twitter.com/sim/status/1001
                Content-Type: application/http; msgtype=response
                Content-Length: 35

                HTTP/1.1 404 Not Found
                Server: a


                WARC/1.1
                WARC-Type: revisit
                WARC-Date: 2017-03-24T17:24:20.5Z
                WARC-Target-URI: https://twitter.com/sim/status/1002
                WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified
                Content-Length: 0


                """);
        add(DumpFormat.FOURCHAN, """
                {"board":"sim","posts":[{"no":100,"resto":0,"time":1549182611,"sub":"t","com":"w<br>v","id":"aB","replies":1,"md5":"AAECAwQFBgcICQoLDA0ODw==","archived_on":1549282611},{"no":101,"resto":100,"time":1549182700,"com":"<a href=\\"#p100\\" class=\\"quotelink\\">&gt;&gt;100</a><br>x","filedeleted":1}]}
                """);
        add(DumpFormat.FOURCHAN, """
                board,no,resto,date,time,com
                sim,100,0,,1549182611,w
                sim,101,100,2019-02-03 08:30:11,,&gt;&gt;100
                """);
        add(DumpFormat.FOURCAT, """
                num,resto,board,sub,com,time,time_utc,name,deleted,deleted_on,replies_to,id,op,replies,archived_on,scraped_on
                100,100,sim,t,w,1549182611,2019-02-03 08:30:11,Anonymous,,,,aB,True,2,1549200000,1549199000
                101,100,sim,,>>100 v,1549182700,2019-02-03 08:31:40,Anonymous,,,>>100,aC,,,,
                102,100,sim,,x,1549182800,2019-02-03 08:33:20,Anonymous,True,1549183000,,aD,,,,
                """);
        add(DumpFormat.FOURCAT, """
                id_seq,board,id,timestamp_deleted
                7,sim,102,1549183000
                """);
        add(DumpFormat.DSA_SOR, """
                uuid,decision_visibility,decision_account,category,category_specification,content_date,territorial_scope,application_date,decision_facts,source_type,automated_detection,automated_decision,platform_name,created_at
                u1,"[""DECISION_VISIBILITY_CONTENT_REMOVED""]",,STATEMENT_CATEGORY_SCAMS_AND_FRAUD,"[""KEYWORD_OTHER""]","2024-03-01 00:00:00","[""DE"",""FR""]","2024-03-03 00:00:00","words, ""more""
                words",SOURCE_VOLUNTARY,Yes,AUTOMATED_DECISION_FULLY,Network,"2024-03-14 00:00:07"
                u2,,DECISION_ACCOUNT_SUSPENDED,STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH,,"2024-03-03 00:00:00",,"2024-03-03 00:00:00",words,SOURCE_ARTICLE_16,No,AUTOMATED_DECISION_NOT_AUTOMATED,Network,"2024-03-14 00:00:08"
                """);
        add(DumpFormat.LUMEN, """
                {"notices":[{"id":11,"type":"CourtOrder","title":"t","body":null,"date_sent":null,"date_received":"2013-07-01T00:00:00.000Z","topics":["Court Orders"],"recipient_name":"Network","works":[],"jurisdictions":["FR"],"action_taken":"Partial"},{"id":12,"title":"t","body":"Notice Rescinded"}],"meta":{"current_page":1}}
                {"dmca":{"id":13,"type":"DMCA","title":"t","date_received":"2013-07-01T10:00:00.000Z","topics":[],"recipient_name":"Network","works":[],"action_taken":"Yes"}}
                """);
        add(DumpFormat.LUMEN, """
                NoticeID,Date,Subject,Sender_Principal,Recipient_Entity,CategoryName
                14,2013-07-01,words,,"Network, Inc.",Foobar
                """);
        add(DumpFormat.TCO, """
                reference,platform,issued_at,received_at,acted_at,outcome,member_state,cross_border
                a-1,Network,2023-01-01T10:00:00Z,2023-01-01T10:05:00Z,2023-01-01T10:50:00Z,removed,FR,yes
                a-2,Network,2023-01-01T10:00:00Z,2023-01-01T10:05:00Z,,impossible,FR,no
                """);
    }

    private TypedDumps() {}

    /** The formats that have such a dump. */
    public static Set<DumpFormat> formats() {
        return TEXTS.keySet();
    }

    private static void add(DumpFormat format, String text) {
        TEXTS.computeIfAbsent(format, none -> new ArrayList<>()).add(text);
    }

    /** The dumps of this format, one for each of its shapes that cannot stand in one file. */
    public static List<byte[]> of(DumpFormat format) {
        return TEXTS.get(format).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The events of a dump of this format where a study states that it was captured in 2025. */
    static List<Event> withCapture(DumpFormat format, byte[] dump) throws IOException {
        List<Event> events = new ArrayList<>();
        try (RecordBlockReader reader =
                RecordBlockReader.open(new ByteArrayInputStream(dump), "dump", format, ReadLimits.DEFAULT)) {
            for (RecordBlock block = reader.next().orElse(null);
                    block != null;
                    block = reader.next().orElse(null)) {
                RecordDecoder decoder = format.decoder(
                        new DecoderSettings(null, Instant.parse("2025-01-01T00:00:00Z"), block.header(), 1));
                for (int i = 0; i < block.size(); i++) {
                    if (decoder.decode(block.record(i)) instanceof Decoded.Events found) {
                        events.addAll(found.events());
                    }
                }
            }
        }
        return events;
    }
}
