// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tilik.measure.spread.variants.Shingles;
import org.tilik.model.table.ItemRow;

/** Reduces items to what their labels need; those without a text to score go to a side output. */
final class PrepareItems extends ProcessFunction<ItemRow, Posting> {
    /** Items whose text is not scored. */
    static final OutputTag<Posting> UNSCORED = new OutputTag<>("unscored", Posting.TYPE);

    /** Texts that are long enough to be compared with others. */
    static final OutputTag<Tuple4<Long, Long, Long, int[]>> TEXTS = new OutputTag<>("texts", NearTexts.SHINGLES);

    private static final long serialVersionUID = 1L;
    private static final int RECENT_TEXTS = 1 << 12;

    private final KnownMatcherSource known;
    private final StudyOrganisations organisations;
    private final ClassifyPlan plan;
    private transient PostingBuilder builder;
    private transient String[] recent;

    PrepareItems(KnownMatcherSource known, StudyOrganisations organisations, ClassifyPlan plan) {
        this.known = known;
        this.organisations = organisations;
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        builder = new PostingBuilder(known.open(), organisations.open(), plan);
        recent = new String[RECENT_TEXTS];
    }

    @Override
    public void processElement(ItemRow row, Context context, Collector<Posting> out) {
        String words = PostingBuilder.words(row);
        Posting posting = builder.of(row, words);
        if (posting.words != null && isNews(posting.words)) {
            int[] shingles = Shingles.of(words);
            if (shingles.length > 0) {
                context.output(TEXTS, NearTexts.text(posting.words, shingles));
            }
        }
        if (plan.modelId() == null || posting.words == null) {
            posting.text = null;
            context.output(UNSCORED, posting);
        } else {
            out.collect(posting);
        }
    }

    /** Copies often come close together; each time that a text is not sent is one less to sort. */
    private boolean isNews(String text) {
        int slot = text.hashCode() & (RECENT_TEXTS - 1);
        boolean isNews = !text.equals(recent[slot]);
        recent[slot] = text;
        return isNews;
    }
}
