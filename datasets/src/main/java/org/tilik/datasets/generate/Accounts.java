// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/** Who there is to post, and whom the platform suspends when; remembers nobody. */
final class Accounts {
    /** Streams of accounts' draws lie apart from those of items. */
    private static final long FIRST_STREAM = 1L << 60;

    private final WorldSettings settings;
    private final int accounts;

    Accounts(WorldSettings settings) {
        this.settings = settings;
        this.accounts = (int) Math.max(20, Math.min(200_000, settings.items() / 4));
    }

    /** An account that may post at this millisecond. */
    Account draw(Site site, long ms, Draws draws) {
        // The product of two uniforms gives a few busy accounts and many that post once or twice.
        int number = (int) (draws.uniform() * draws.uniform() * accounts);
        Account account = account(site, number);
        while (account.isSuspendedAt(ms)) {
            number++;
            account = account(site, number);
        }
        return account;
    }

    private Account account(Site site, int number) {
        SuspensionPlan plan = settings.suspensions();
        Draws draws = Draws.of(settings.seed(), FIRST_STREAM + 2L * number + (site == Site.TWITTER ? 1 : 0));
        boolean suspended = draws.happens(plan.share());
        Period posted = settings.posted();
        long at = posted.from().getEpochSecond() + (long) (draws.uniform() * posted.seconds());
        boolean reactivated = draws.happens(plan.reactivated());
        long back = at + 60 + (long) draws.exponential(plan.meanHours() * 3600);
        return new Account(
                site, number, suspended ? at * 1000 : Fate.NEVER, suspended && reactivated ? back * 1000 : Fate.NEVER);
    }
}
