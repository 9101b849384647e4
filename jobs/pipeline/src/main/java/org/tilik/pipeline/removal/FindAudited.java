// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.audit.AuditCodes;

/** Keeps the measured episodes of items that people coded. */
final class FindAudited extends RichFlatMapFunction<EpisodeRow, AuditFact> {
    private static final long serialVersionUID = 1L;

    private final AuditPlan plan;
    private transient AuditCodes.Index index;

    FindAudited(AuditPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        index = plan.audit().index();
    }

    @Override
    public void flatMap(EpisodeRow row, Collector<AuditFact> out) {
        if (!EpisodeStatus.MEASURED.id().equals(row.status())) {
            return;
        }
        index.number(row.itemKey()).ifPresent(number -> {
            AuditFact fact = new AuditFact();
            fact.number = number;
            fact.strata = row.strata().toArray(String[]::new);
            fact.entry = row.entryHours();
            fact.lower = row.lowerHours();
            fact.upper = row.upperHours() == null ? Double.POSITIVE_INFINITY : row.upperHours();
            fact.cause = row.cause();
            fact.confirmed = row.isConfirmed();
            fact.accountKey = row.accountKey();
            out.collect(fact);
        });
    }
}
