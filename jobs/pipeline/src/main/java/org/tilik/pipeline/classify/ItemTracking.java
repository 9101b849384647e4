// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tilik.classify.Classification;
import org.tilik.classify.TextClassifier;
import org.tilik.model.table.ItemRow;
import org.tilik.pipeline.study.Run;

/**
 * Says of an item, as soon as it is seen and without its family, whether it is tracked and what it has that others may have
 * too. The rules are those of the classify job; a family of near copies is only found there.
 */
public final class ItemTracking {
    private static final int RECENT_TEXTS = 1 << 14;
    private static final float HALF_FULL = 0.75f;

    private final PostingBuilder builder;
    private final Labelling labelling;
    /** Null where the study has no model. */
    private final TextClassifier classifier;

    /** Copies often come close together; whether the text of each is tracked. */
    private final Map<String, Boolean> recent = new LinkedHashMap<>(RECENT_TEXTS, HALF_FULL, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > RECENT_TEXTS;
        }
    };

    /**
     * What is known of an item at once.
     *
     * @param isTracked whether the study tracks it for its own sake
     * @param contents what to follow it by: all that it has where it is tracked; else only what could make it a copy of a
     *     tracked item, which a text cannot, since equal texts have equal scores
     */
    public record Sight(boolean isTracked, List<Content> contents) {}

    /** Makes it on the machine that uses it. */
    @FunctionalInterface
    public interface Source extends Serializable {
        /** Reads lists and model. */
        ItemTracking open() throws IOException;
    }

    private ItemTracking(PostingBuilder builder, Labelling labelling, TextClassifier classifier) {
        this.builder = builder;
        this.labelling = labelling;
        this.classifier = classifier;
    }

    /**
     * The rules of a run's study.
     *
     * @param classifier scores texts; not opened where no label is tracked
     */
    public static Source of(Run run, KnownMatcherSource known, ClassifierSource classifier) {
        ClassifyPlan plan = ClassifyPlan.of(run);
        boolean needsScores =
                plan.modelId() != null && !plan.trackAll() && !plan.thresholds().isEmpty();
        return () -> new ItemTracking(
                new PostingBuilder(known.open(), StudyOrganisations.NONE.open(), plan),
                new Labelling(plan.thresholds()),
                needsScores ? SharedClassifiers.get(plan.modelId(), classifier) : null);
    }

    /** What is known of this item. */
    public Sight of(ItemRow row) {
        Posting posting = builder.of(row, PostingBuilder.words(row));
        boolean isTracked = posting.label.trackedBy() != null || isLabelled(posting);
        List<Content> contents = posting.contents.stream()
                .map(Content::parse)
                .filter(content -> isTracked || mayBeOfTracked(content, row))
                .toList();
        return new Sight(isTracked, contents);
    }

    private boolean isLabelled(Posting posting) {
        if (classifier == null || posting.words == null || !posting.yieldsToLabel) {
            return false;
        }
        Boolean known = recent.get(posting.words);
        if (known == null) {
            Classification scores = classifier.classify(posting.text);
            known = labelling.reaches(scores);
            recent.put(posting.words, known);
        }
        return known;
    }

    private static boolean mayBeOfTracked(Content content, ItemRow row) {
        return switch (content.joinedBy()) {
            case MEDIA_HASH -> true;
            case SHARE -> row.originKey() != null && !content.equals(Content.share(row.itemKey()));
            case KNOWN_URL, TEXT, NEAR_TEXT -> false;
        };
    }
}
