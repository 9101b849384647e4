// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.Optional;
import org.tilik.measure.removal.TimeBracket;
import org.tilik.measure.removal.accounts.AccountHistory;
import org.tilik.measure.removal.accounts.AccountHistory.ItemSpan;
import org.tilik.measure.removal.accounts.AccountHistory.Loss;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.Scope;
import org.tilik.model.table.ObservationRow;

/**
 * What an item, or a notice, says of an account, on its way to that. Flink needs it mutable, with public fields.
 */
public final class AccountFact {
    public String accountKey;
    public String platform;
    /** When the item was posted; null for a notice. */
    public Instant postedAt;
    /** When the item came under observation; null = it was from the start. */
    public Instant watchedFrom;
    /** When the item was last known visible in its first span; null for never. */
    public Instant lastVisible;
    /** {@link Loss}; null for a notice. */
    public String loss;
    /** After when the account was gone; null for an item. */
    public Instant goneAfter;
    /** When item or account was first known gone; null where it was not. */
    public Instant goneAt;

    /**
     * What an item says of its account; empty where it does not name one, or may not be measured.
     *
     * @param first its first visible span
     * @param capture its first capture or look, null for none
     */
    static Optional<AccountFact> of(TrackedItem item, Span first, Instant capture) {
        boolean watched = item.followedFromStart || (capture != null && first.lastAlive() != null);
        boolean measured = !item.isSelectedOnRemoval() && !item.isFamilyOnly() && !item.listedAtUnknown && watched;
        if (item.accountKey == null
                || item.postedAt == null
                || EventKind.SHARE.name().equals(item.kind)
                || !measured) {
            return Optional.empty();
        }
        AccountFact fact = new AccountFact();
        fact.accountKey = item.accountKey;
        fact.platform = item.platform;
        fact.postedAt = item.postedAt;
        fact.watchedFrom = item.watchedFrom(capture);
        fact.lastVisible = first.watchedUntil();
        fact.loss = loss(first).name();
        fact.goneAt = first.isGone() ? first.goneAt() : null;
        return Optional.of(fact);
    }

    private static Loss loss(Span span) {
        if (!span.isGone()) {
            return Loss.NONE;
        }
        if (span.gone().stream().anyMatch(look -> look.reach() == Reach.ACCOUNT)) {
            return Loss.WITH_ACCOUNT;
        }
        return Causes.UNKNOWN.equals(span.cause()) ? Loss.UNKNOWN : Loss.BY_ITSELF;
    }

    /** Whether an observation says that an account is gone everywhere. */
    static boolean isNotice(ObservationRow row) {
        return isNoticeOfAll(row) && EventKind.REMOVAL.name().equals(row.kind());
    }

    /** Whether an observation says that an account is gone everywhere, or back, and all that it had posted with it. */
    static boolean isNoticeOfAll(ObservationRow row) {
        boolean tells = EventKind.REMOVAL.name().equals(row.kind())
                || EventKind.REAPPEARANCE.name().equals(row.kind());
        return tells
                && Scope.ACCOUNT.name().equals(row.scope())
                && Reach.ACCOUNT.name().equals(row.reach())
                && row.timeHiUtc() != null;
    }

    /** What a notice about an account says. */
    static AccountFact of(ObservationRow notice) {
        AccountFact fact = new AccountFact();
        fact.accountKey = notice.itemKey();
        fact.platform = notice.platform();
        fact.goneAfter = notice.timeLoUtc();
        fact.goneAt = notice.timeHiUtc();
        return fact;
    }

    /** Adds it to what is known of its account. */
    void addTo(AccountHistory history) {
        if (loss == null) {
            // Nobody says since when: the sightings of its items bound it from below.
            history.gone(new TimeBracket(goneAfter == null ? Instant.EPOCH : goneAfter, goneAt));
        } else {
            history.add(new ItemSpan(postedAt, watchedFrom, lastVisible, Loss.valueOf(loss), goneAt));
        }
    }
}
