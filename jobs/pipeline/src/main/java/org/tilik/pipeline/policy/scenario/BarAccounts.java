// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.Locale;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.measure.policy.scenario.AccountStrikes;
import org.tilik.measure.policy.scenario.ScenarioRule;

/**
 * Writes on each item whether its account was barred under one strike; batch mode only, where the items of an account come
 * one after the other in order of their timestamps, so that only its strikes are kept.
 */
final class BarAccounts extends KeyedProcessFunction<String, ScenarioItem, ScenarioItem> {
    private static final long serialVersionUID = 1L;

    private final ScenarioRule.OneStrike rule;
    private transient String account;
    private transient AccountStrikes strikes;

    BarAccounts(ScenarioRule.OneStrike rule) {
        this.rule = rule;
    }

    @Override
    public void processElement(ScenarioItem item, Context context, Collector<ScenarioItem> out) {
        if (!item.accountKey.equals(account)) {
            account = item.accountKey;
            strikes = new AccountStrikes(rule.window());
        }
        item.bar = strikes.post(item.postedAt, item.known(), item.standing(), item.mayHang())
                .name()
                .toLowerCase(Locale.ROOT);
        out.collect(item);
    }
}
