// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.measure.removal.accounts.AccountHistory;
import org.tilik.measure.removal.accounts.AccountHistory.Account;

/**
 * Collects what is known of one account and reads it when all is there; batch mode only, where keys come one after the
 * other, so that plain fields hold one account at a time.
 */
final class ReadAccounts extends KeyedProcessFunction<String, AccountFact, AccountLife> {
    private static final long serialVersionUID = 1L;

    private transient AccountHistory history;
    private transient String accountKey;
    private transient String platform;

    @Override
    public void processElement(AccountFact fact, Context context, Collector<AccountLife> out) {
        if (history == null) {
            history = new AccountHistory();
            accountKey = fact.accountKey;
            platform = fact.platform;
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!accountKey.equals(fact.accountKey)) {
            throw new IllegalStateException(
                    "Facts of two accounts came mixed; the removal job must run in batch mode.");
        }
        fact.addTo(history);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AccountLife> out) {
        Account account = history.read();
        if (account != null) {
            out.collect(AccountLife.of(accountKey, platform, account));
        }
        history = null;
    }
}
