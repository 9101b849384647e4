// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tilik.datasets.worlds.Telling.Followed;
import org.tilik.datasets.worlds.Telling.Held;
import org.tilik.datasets.worlds.Telling.Names;
import org.tilik.datasets.worlds.WorldItem.End;

/** The formats in which a world can be written, by the names of their dump formats. */
public enum WorldFormat {
    REDDIT("reddit"),
    TWITTER_V1("twitter"),
    JETSTREAM("bluesky"),
    TELETHON("telegram"),
    TWITTER_V2("twitter"),
    ACTIVITYPUB("activitypub"),
    TGDATASET("telegram"),
    TELEGRAM_DESKTOP("telegram"),
    TIKTOK("tiktok"),
    YOUTUBE("youtube"),
    CROWDTANGLE("facebook"),
    GAB("gab"),
    PARLER("parler"),
    WEIBOSCOPE("weibo"),
    X_INFO_OPS("twitter"),
    FOURCHAN("fourchan"),
    FOURCAT("fourchan"),
    /** Visits to tweets. */
    CDX("twitter"),
    /** Visits to posts on Gab. */
    WARC("gab");

    private static final Set<End> EVERY = Set.of(End.values());
    private static final Set<End> NONE = Set.of();

    private final String platform;

    WorldFormat(String platform) {
        this.platform = platform;
    }

    /** The format's name in studies. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform's name in studies and tables. */
    public String platform() {
        return platform;
    }

    /** What writes it. */
    public WorldDump dump() {
        return switch (this) {
            case REDDIT -> new RedditDump();
            case TWITTER_V1 -> new TwitterV1Dump();
            case JETSTREAM -> new JetstreamDump();
            case TELETHON -> new TelethonDump();
            case TWITTER_V2 -> new TwitterV2Dump();
            case ACTIVITYPUB -> new ActivityPubDump();
            case TGDATASET -> new TgdatasetDump();
            case TELEGRAM_DESKTOP -> new TelegramDesktopDump();
            case TIKTOK -> new TiktokDump();
            case YOUTUBE -> new YoutubeDump();
            case CROWDTANGLE -> new CrowdtangleDump();
            case GAB -> new GabDump();
            case PARLER -> new ParlerDump();
            case WEIBOSCOPE -> new WeiboscopeDump();
            case X_INFO_OPS -> new InfoOpsDump();
            case FOURCHAN -> new FourchanDump();
            case FOURCAT -> new FourcatDump();
            case CDX -> new CdxDump();
            case WARC -> new WarcDump();
        };
    }

    /** What it tells. */
    public Telling telling() {
        return switch (this) {
            case REDDIT -> new Telling(Held.STUBS, true, Followed.BY_LIST, NONE, Names.PLATFORM);
            case TWITTER_V1 -> new Telling(Held.STREAMED, true, Followed.ALONE, EVERY, Names.NOBODY);
            case JETSTREAM -> new Telling(Held.STREAMED, true, Followed.ALONE, EVERY, Names.PLATFORM);
            case TELETHON -> new Telling(Held.COLLECTED, true, Followed.BY_LIST, NONE, Names.PLATFORM);
            case TWITTER_V2 ->
                new Telling(Held.COLLECTED, true, Followed.BY_LIST, Set.of(End.AUTHOR, End.SUSPENSION), Names.PLATFORM);
            case ACTIVITYPUB -> new Telling(Held.LOGGED, false, Followed.BY_LIST, EVERY, Names.MODERATORS);
            case TGDATASET, TELEGRAM_DESKTOP, TIKTOK, YOUTUBE, CROWDTANGLE, GAB, PARLER ->
                new Telling(Held.COLLECTED, false, Followed.BY_LIST, NONE, Names.PLATFORM);
            case WEIBOSCOPE -> new Telling(Held.WATCHED, true, Followed.ALONE, NONE, Names.PLATFORM_ALONE);
            case X_INFO_OPS -> new Telling(Held.SUSPENDED, false, Followed.ALONE, NONE, Names.PLATFORM);
            case FOURCHAN -> new Telling(Held.THREADS, true, Followed.BY_LIST, NONE, Names.PLATFORM);
            case FOURCAT -> new Telling(Held.THREADS, true, Followed.ALONE, NONE, Names.NOBODY);
            case CDX -> new Telling(Held.COLLECTED, true, Followed.BY_VISITS, NONE, Names.SUSPENSIONS_ALONE);
            case WARC -> new Telling(Held.COLLECTED, false, Followed.BY_VISITS, NONE, Names.NOBODY);
        };
    }

    /** The format of this name. */
    public static Optional<WorldFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}
