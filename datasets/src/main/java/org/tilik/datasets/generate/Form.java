// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Locale;

/** What an item is on its platform. */
public enum Form {
    LINK(Site.REDDIT, "post"),
    TEXT(Site.REDDIT, "post"),
    COMMENT(Site.REDDIT, "reply"),
    CROSSPOST(Site.REDDIT, "share"),
    TWEET(Site.TWITTER, "post"),
    ANSWER(Site.TWITTER, "reply"),
    QUOTE(Site.TWITTER, "quote"),
    RETWEET(Site.TWITTER, "share");

    private final Site site;
    private final String kind;

    Form(Site site, String kind) {
        this.site = site;
        this.kind = kind;
    }

    /** The platform. */
    public Site site() {
        return site;
    }

    /** The event kind that a decoder gives it: post, reply, quote or share. */
    public String kind() {
        return kind;
    }

    /** Lower-case name used in the truth tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it stands by itself and answers, quotes or shares nothing. */
    boolean isRoot() {
        return kind.equals("post");
    }

    /** Whether it carries another item on without words of its own. */
    boolean isShare() {
        return kind.equals("share");
    }
}
