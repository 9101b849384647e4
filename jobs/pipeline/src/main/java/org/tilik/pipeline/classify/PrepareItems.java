// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.ItemRow;

/** Reduces items to what their labels need; those without a text to score go to a side output. */
final class PrepareItems extends ProcessFunction<ItemRow, Posting> {
    /** Items whose text is not scored. */
    static final OutputTag<Posting> UNSCORED = new OutputTag<>("unscored", Posting.TYPE);

    private static final long serialVersionUID = 1L;

    private final KnownMatcherSource known;
    private final StudyOrganisations organisations;
    private final ClassifyPlan plan;
    private transient PostingBuilder builder;

    PrepareItems(KnownMatcherSource known, StudyOrganisations organisations, ClassifyPlan plan) {
        this.known = known;
        this.organisations = organisations;
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        builder = new PostingBuilder(known.open(), organisations.open(), plan);
    }

    @Override
    public void processElement(ItemRow row, Context context, Collector<Posting> out) {
        Posting posting = builder.of(row);
        if (plan.modelId() == null || posting.words == null) {
            posting.text = null;
            context.output(UNSCORED, posting);
        } else {
            out.collect(posting);
        }
    }
}
