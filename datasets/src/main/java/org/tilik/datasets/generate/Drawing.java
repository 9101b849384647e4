// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;

/** Draws what is posted, item by item in order of posting, and what becomes of it; writes nothing. */
final class Drawing {
    private final WorldSettings settings;
    private final Fates fates;
    private final Spread spread;
    private final Population population;

    /** Nothing is drawn yet; {@code forgotten} is given each item to which nothing will refer any more. */
    Drawing(WorldSettings settings, Spread.Forgotten forgotten) {
        this.settings = settings;
        this.fates = new Fates(settings);
        this.spread = new Spread(settings.spread(), forgotten);
        this.population = new Population(settings, spread);
    }

    /**
     * One item as it is posted.
     *
     * @param posting the item and how it came about
     * @param active the item as what later ones refer to
     * @param draws what decides whether it stays in memory
     */
    record Drawn(Population.Posting posting, Active active, Draws draws) {}

    Population population() {
        return population;
    }

    /** Item number {@code number}; numbers come in order, and each item is kept or forgotten before the next. */
    Drawn draw(long number) {
        Population.Posting posting = population.post(number, Aspect.ITEM.draws(settings, number));
        Item item = posting.item();
        Active parent = posting.parent();
        Family family = posting.family();
        Fates.Outcome outcome = fates.draw(item, family.frailty(), Aspect.FATE.draws(settings, number));
        if (item.form() == Form.RETWEET) {
            outcome = Fates.withOriginal(outcome, item.postedAt(), parent.fate());
        }
        family.add(item, outcome.fate(), posting.isVariant(), posting.isReupload());
        Cascade cascade = parent == null ? new Cascade(item, family.id(), outcome.fate()) : parent.cascade();
        int place = parent == null ? 0 : cascade.add(parent.place(), item, outcome.fate());
        if (parent != null) {
            parent.count(item.form());
        }
        Draws draws = Aspect.SPREAD.draws(settings, number);
        Active quoted = item.form() == Form.QUOTE ? parent : null;
        Active posted = new Active(posting, outcome, cascade, place, spread.contagion(draws), quoted);
        return new Drawn(posting, posted, draws);
    }

    /** From now on later items may refer to this one; shares are referred to by none. */
    void keep(Drawn drawn) throws IOException {
        spread.remember(drawn.active(), drawn.draws());
    }

    /** Nothing more is drawn. */
    void finish() throws IOException {
        spread.forgetAll();
    }
}
