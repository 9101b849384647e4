// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tilik.datasets.worlds.Snowflake;

/** Who posts what and when: draws items in order of posting. */
final class Population {
    /**
     * Every Reddit id begins with "sim": such ids lie far beyond what Reddit has given out, so that no fictional item
     * can be taken for a real one. For Twitter's see {@link Snowflake}.
     */
    private static final long FIRST_ID = Long.parseLong("sim00000", 36);

    private static final int SHARED_URLS = 40;
    /** Leaves room for a mention and a link in what Twitter allows. */
    private static final int LONGEST_TWEET = 240;

    private static final List<String> SUBREDDITS = List.of(
            "LembahSariTalk", "GreyHarbourNews", "KelanaHillForum", "ValBrumeLocal", "TarnHollow", "NadirBayStories");

    private final WorldSettings settings;
    private final Timeline timeline;
    private final Accounts accounts;
    private final Spread spread;
    private final Map<Language, Phrases> phrases = Phrases.all();
    private final Map<Site, Map<Form, Double>> forms = new EnumMap<>(Site.class);
    private long submissions = FIRST_ID;
    private long comments = FIRST_ID;

    Population(WorldSettings settings, Spread spread) {
        this.settings = settings;
        this.timeline = new Timeline(settings);
        this.accounts = new Accounts(settings);
        this.spread = spread;
        for (Site site : Site.values()) {
            forms.put(site, settings.mix().weights(site));
        }
    }

    /**
     * An item and how it came about.
     *
     * @param item the item
     * @param parent what it answers, quotes or shares; null for none
     * @param family the family it belongs to
     * @param isVariant whether it has a small edit of its own
     * @param isReupload whether it repeats what was gone
     */
    record Posting(Item item, Active parent, Family family, boolean isVariant, boolean isReupload) {}

    /** Item number {@code number}; items come in order of posting. */
    Posting post(long number, Draws draws) {
        long ms = timeline.postedAt(number, draws.uniform());
        Site site = timeline.site(ms, draws.uniform());
        long postedAt = site == Site.REDDIT ? ms / 1000 * 1000 : ms;
        Form form = draws.weighted(forms.get(site));
        Account author = accounts.draw(site, postedAt, draws);
        if (!form.isRoot()) {
            Active parent = spread.pick(site, postedAt, suits(form, postedAt), draws);
            if (parent != null) {
                return reaction(number, form, postedAt, author, parent, draws);
            }
        } else if (draws.happens(settings.spread().copies())) {
            Site from = draws.pick(List.of(Site.values()));
            Active source = spread.pick(from, postedAt, candidate -> canBeCopied(candidate, site), draws);
            if (source != null) {
                return copy(number, site, postedAt, author, source, draws);
            }
        }
        Form root = form.isRoot() ? form : site == Site.REDDIT ? Form.TEXT : Form.TWEET;
        Content content = original(root, draws);
        Item item = item(number, root, content, postedAt, author, null, draws);
        return new Posting(item, null, newFamily(item, draws), false, false);
    }

    private static Predicate<Active> suits(Form form, long ms) {
        boolean submissionsOnly = form == Form.CROSSPOST;
        return candidate -> candidate.canBeAnsweredAt(ms)
                && !(submissionsOnly && candidate.item().form() == Form.COMMENT);
    }

    private static boolean canBeCopied(Active candidate, Site to) {
        Content content = candidate.item().content();
        return candidate.item().form().isRoot()
                && (to == Site.REDDIT || content.words().length() <= LONGEST_TWEET);
    }

    private Posting reaction(long number, Form form, long postedAt, Account author, Active parent, Draws draws) {
        Content before = parent.item().content();
        Content content = before;
        if (!form.isShare()) {
            Language language = draws.happens(0.85) ? before.language() : draws.weighted(settings.languages());
            Label label = draws.weighted(settings.labels());
            Phrases words = phrases.get(language);
            Phrases.Topic topic = words.topic(draws);
            String text = words.text(label, topic, draws);
            boolean fits = form == Form.COMMENT || text.length() <= LONGEST_TWEET;
            content = new Content(language, label, fits ? text : words.sentence(label, topic, draws), "", null, -1);
        }
        Item item = item(number, form, content, postedAt, author, parent.item(), draws);
        Family family = form.isShare() ? parent.family() : newFamily(item, draws);
        return new Posting(item, parent, family, false, false);
    }

    private Posting copy(long number, Site site, long postedAt, Account author, Active source, Draws draws) {
        Content content = source.item().content();
        boolean varied = draws.happens(settings.spread().variants()) && content.canVary();
        if (varied) {
            content = content.variant(source.family().nextVariant());
        }
        Form form = site == Site.TWITTER ? Form.TWEET : content.link() == null ? Form.TEXT : Form.LINK;
        Item item = item(number, form, content, postedAt, author, null, draws);
        boolean gone = !source.fate().visibleAt(postedAt);
        return new Posting(item, null, source.family(), varied, gone);
    }

    private static Family newFamily(Item item, Draws draws) {
        // The mean of two exponential draws: a gamma distribution with mean 1 and variance 1/2.
        return new Family(item, (draws.exponential(1) + draws.exponential(1)) / 2);
    }

    private Content original(Form form, Draws draws) {
        Language language = draws.weighted(settings.languages());
        Label label = draws.weighted(settings.labels());
        Phrases words = phrases.get(language);
        Phrases.Topic topic = words.topic(draws);
        String title = words.sentence(label, topic, draws);
        boolean linked = form == Form.LINK || (form == Form.TWEET && draws.happens(0.3));
        if (linked) {
            int shared =
                    label == Label.SUPPORTIVE && draws.happens(0.7) ? draws.below(1 + draws.below(SHARED_URLS)) : -1;
            String link = shared < 0
                    ? "https://news.example/story/" + Long.toString(draws.bits() >>> 24, 36)
                    : sharedUrl(shared);
            return new Content(language, label, title, "", link, shared);
        }
        String body = form == Form.TEXT || draws.happens(0.5) ? words.text(label, topic, draws) : "";
        boolean fits = form == Form.TEXT || title.length() + body.length() < LONGEST_TWEET;
        return new Content(language, label, title, fits ? body : "", null, -1);
    }

    private Item item(
            long number, Form form, Content content, long postedAt, Account author, Item parent, Draws draws) {
        boolean twitter = form.site() == Site.TWITTER;
        String id = twitter
                ? Long.toString(Snowflake.id(postedAt, number))
                : Long.toString(form == Form.COMMENT ? comments : submissions, 36);
        if (!twitter) {
            skip(form, 1 + draws.below(3));
        }
        Item thread = form != Form.COMMENT ? null : parent.form() == Form.COMMENT ? parent.thread() : parent;
        String url = form == Form.LINK || form == Form.TWEET ? content.link() : null;
        boolean tagged = draws.happens(0.2) && url != null && content.listedUrl() >= 0;
        return new Item(
                number,
                id,
                form,
                content,
                postedAt,
                author,
                draws.happens(settings.capture().deletedAccounts()) && !twitter,
                twitter ? null : thread == null ? draws.pick(SUBREDDITS) : thread.subreddit(),
                tagged ? url + "?utm_source=share" : url,
                // A share shows what it shares with all that belongs to it; of others the id is enough.
                parent == null || form.isShare() ? parent : parent.alone(),
                thread == null ? null : thread.alone(),
                1 + (int) draws.exponential(12));
    }

    /** An id that no item has, for a planted bad record. */
    String unusedId(Form form) {
        long id = form == Form.COMMENT ? comments : submissions;
        skip(form, 1);
        return Long.toString(id, 36);
    }

    private void skip(Form form, int by) {
        if (form == Form.COMMENT) {
            comments += by;
        } else {
            submissions += by;
        }
    }

    /** Address that many items link to; the domain is reserved for examples (RFC 2606). */
    static String sharedUrl(int number) {
        return "https://grey-harbour.example/statement/" + number;
    }
}
