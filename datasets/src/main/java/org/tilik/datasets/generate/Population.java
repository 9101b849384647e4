// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who posts what and when: draws items in order of posting, remembering only the last few threads. */
final class Population {
    /**
     * Every id begins with "sim": such ids lie far beyond what Reddit has given out, so that no fictional item can be
     * taken for a real one.
     */
    private static final long FIRST_ID = Long.parseLong("sim00000", 36);

    private static final int REMEMBERED_THREADS = 64;
    static final int SHARED_URLS = 40;
    private static final List<String> SUBREDDITS = List.of(
            "LembahSariTalk", "GreyHarbourNews", "KelanaHillForum", "ValBrumeLocal", "TarnHollow", "NadirBayStories");
    private static final List<String> ADJECTIVES =
            List.of("quiet", "amber", "early", "plain", "distant", "narrow", "gentle", "salt", "ninth", "rainy");
    private static final List<String> NOUNS =
            List.of("heron", "ferry", "lantern", "orchard", "bridge", "kettle", "harbour", "mill", "meadow", "pebble");

    private final WorldSettings settings;
    private final Map<Language, Phrases> phrases = Phrases.all();
    private final Map<Form, Double> forms;
    private final List<Item> threads = new ArrayList<>();
    private final int accounts;
    private long submissions = FIRST_ID;
    private long comments = FIRST_ID;

    Population(WorldSettings settings) {
        this.settings = settings;
        this.forms = settings.mix().weights();
        this.accounts = (int) Math.max(20, Math.min(200_000, settings.items() / 4));
    }

    /** Item number {@code number}; items come in order of posting, about evenly spread over the period. */
    Item item(long number, Draws draws) {
        double share = (number + draws.uniform()) / settings.items();
        long postedAt = settings.posted().from().getEpochSecond()
                + (long) (share * settings.posted().seconds());
        Form form = draws.weighted(forms);
        if (threads.isEmpty() && (form == Form.COMMENT || form == Form.CROSSPOST)) {
            form = Form.TEXT;
        }
        boolean inThread = form == Form.COMMENT || form == Form.CROSSPOST;
        Item thread = inThread ? draws.pick(threads) : null;
        boolean follows = inThread && draws.happens(0.85);
        Language language = follows ? thread.language() : draws.weighted(settings.languages());
        Label label = form == Form.CROSSPOST ? thread.label() : draws.weighted(settings.labels());
        Phrases words = phrases.get(language);

        Phrases.Topic topic = words.topic(draws);
        int shared = form == Form.LINK && label == Label.SUPPORTIVE && draws.happens(0.7)
                ? draws.below(1 + draws.below(SHARED_URLS))
                : -1;
        String id = Long.toString(form == Form.COMMENT ? comments : submissions, 36);
        Item item = new Item(
                number,
                id,
                form,
                language,
                label,
                postedAt,
                account(draws),
                draws.happens(settings.capture().deletedAccounts()),
                form == Form.COMMENT ? thread.subreddit() : draws.pick(SUBREDDITS),
                title(form, thread, words, label, topic, draws),
                form == Form.TEXT || form == Form.COMMENT ? words.text(label, topic, draws) : "",
                form == Form.LINK ? url(shared, id, draws) : null,
                shared,
                thread,
                form == Form.COMMENT ? thread.fullId() : null,
                1 + (int) draws.exponential(12));
        skip(form, 1 + draws.below(3));
        remember(item, draws);
        return item;
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

    private void remember(Item item, Draws draws) {
        if (item.form() != Form.TEXT && item.form() != Form.LINK) {
            return;
        }
        if (threads.size() < REMEMBERED_THREADS) {
            threads.add(item.alone());
        } else {
            threads.set(draws.below(REMEMBERED_THREADS), item.alone());
        }
    }

    private String account(Draws draws) {
        // The product of two uniforms gives a few busy accounts and many that post once or twice.
        int number = (int) (draws.uniform() * draws.uniform() * accounts);
        return "sim_" + ADJECTIVES.get(number % 10) + "_" + NOUNS.get(number / 10 % 10) + "_" + number;
    }

    private static String title(Form form, Item thread, Phrases words, Label label, Phrases.Topic topic, Draws draws) {
        return switch (form) {
            case COMMENT -> null;
            case CROSSPOST -> thread.title();
            case LINK, TEXT -> words.sentence(label, topic, draws);
        };
    }

    private static String url(int shared, String id, Draws draws) {
        if (shared < 0) {
            return "https://news.example/story/" + id;
        }
        return sharedUrl(shared) + (draws.happens(0.2) ? "?utm_source=share" : "");
    }

    /** Address that many items link to; the domain is reserved for examples (RFC 2606). */
    static String sharedUrl(int number) {
        return "https://grey-harbour.example/statement/" + number;
    }
}
