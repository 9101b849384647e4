// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tilik.classify.organisations.OrganisationFinder;
import org.tilik.model.NormalisedText;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;

/**
 * Says of an item what can be said before its text is scored: which lists name it, what others may have in common with
 * it, and whether there is a text to score.
 *
 * <p>A text without a single letter (only digits, emoji, links or mentions) is not scored: the models know only words.
 * It has no language, no label and no scores, as if it were no text.
 */
final class PostingBuilder {
    /** Columns of items that are needed. */
    static final Set<String> COLUMNS = Set.of(
            "item_key",
            "account_key",
            "kind",
            "posted_at_utc",
            "entered_at_utc",
            "origin_key",
            "declared_language",
            "text",
            "urls",
            "media_hashes",
            "seen_as_stub",
            "keeps_stubs");

    private static final String UNDETERMINED = "und";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final KnownMatcher known;
    private final OrganisationFinder organisations;
    private final ClassifyPlan plan;

    PostingBuilder(KnownMatcher known, OrganisationFinder organisations, ClassifyPlan plan) {
        this.known = known;
        this.organisations = organisations;
        this.plan = plan;
    }

    /** The normalised text of an item; empty where it has none with a letter in it. */
    static String words(ItemRow row) {
        String words = NormalisedText.of(row.text());
        return words.codePoints().anyMatch(Character::isLetter) ? words : "";
    }

    /** What can be said of an item with these {@link #words}. */
    Posting of(ItemRow row, String words) {
        boolean hasLetter = !words.isEmpty();
        List<Content> contents = Contents.of(row, words, known);
        Posting posting = new Posting();
        posting.words = hasLetter ? Content.text(words).key() : null;
        posting.text = hasLetter ? row.text() : null;
        posting.posted = SortableTime.of(row.postedAtUtc());
        posting.kind = row.kind();
        posting.accountKey = row.accountKey();
        posting.contents = contents.stream().map(Content::code).toList();
        posting.variant = Contents.variant(contents);
        Optional<KnownMatch> match = known.match(row);
        posting.yieldsToLabel = match.isEmpty() || match.get().yieldsToLabel();
        posting.label = label(row, match.orElse(null));
        return posting;
    }

    private LabelRow label(ItemRow row, KnownMatch match) {
        TrackedBy trackedBy = plan.trackAll() ? TrackedBy.ALL : match == null ? null : TrackedBy.KNOWN;
        boolean byList = trackedBy == TrackedBy.KNOWN;
        boolean hasModel = plan.modelId() != null;
        return new LabelRow(
                row.platform(),
                row.month(),
                row.itemKey(),
                trackedBy == null ? null : trackedBy.id(),
                match == null ? null : match.kind().name().toLowerCase(Locale.ROOT),
                match == null ? null : known.firstAdded(row).orElse(null),
                false,
                null,
                hasModel ? UNDETERMINED : language(row.declaredLanguage()),
                hasModel ? (Double) 0.0 : null,
                null,
                null,
                null,
                null,
                null,
                byList ? match.followedFromStart() : trackedBy == TrackedBy.ALL && row.keepsStubs(),
                byList ? match.listedAt() : null,
                byList && match.listedAtUnknown(),
                row.text() == null ? List.of() : organisations.ids(row.text()),
                plan.modelId(),
                plan.runId());
    }

    /** The primary language of a tag such as {@code pt-BR}, or {@code und}. */
    static String language(String tag) {
        if (tag == null) {
            return UNDETERMINED;
        }
        String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return LANGUAGE.matcher(primary).matches() ? primary : UNDETERMINED;
    }
}
