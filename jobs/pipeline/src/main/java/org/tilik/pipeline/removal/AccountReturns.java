// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;

/**
 * Whether an account that comes back brings an item back: what went with the account returns with it, what its author had
 * deleted, or somebody had removed for its own sake, does not.
 */
final class AccountReturns {
    private static final Comparator<ItemObservation> IN_TIME = Comparator.comparing(
                    (ItemObservation observation) -> observation.timeHi)
            // What is told of the item itself comes first: an account that goes takes nothing that is gone already.
            .thenComparing(observation -> observation.ofAccount);

    private AccountReturns() {}

    /** The observations of an item, all of known time, without returns of its account that do not bring it back; in any order. */
    static List<ItemObservation> withoutThoseOfOthers(List<ItemObservation> observations) {
        if (observations.stream().noneMatch(AccountReturns::isReturn)) {
            return observations;
        }
        List<ItemObservation> inTime = new ArrayList<>(observations);
        inTime.sort(IN_TIME);
        List<ItemObservation> kept = new ArrayList<>(observations.size());
        boolean accountIsGone = false;
        boolean goneForItself = false;
        for (ItemObservation observation : inTime) {
            if (!isReturn(observation) || !goneForItself) {
                kept.add(observation);
            }
            if (observation.ofAccount) {
                accountIsGone = !isReturn(observation);
            } else if (saysGone(observation)) {
                // That it is not found while its account is gone tells nothing of the item.
                goneForItself |= observation.explicit || !accountIsGone;
            } else if (saysVisible(observation)) {
                goneForItself = false;
            }
        }
        return kept;
    }

    private static boolean isReturn(ItemObservation observation) {
        return observation.ofAccount && EventKind.REAPPEARANCE.name().equals(observation.kind);
    }

    private static boolean saysGone(ItemObservation observation) {
        boolean everywhere = !Reach.GEO_WITHHELD.name().equals(observation.reach);
        return everywhere
                && (EventKind.REMOVAL.name().equals(observation.kind)
                        || RecheckOutcome.GONE.name().equals(observation.outcome));
    }

    private static boolean saysVisible(ItemObservation observation) {
        return EventKind.REAPPEARANCE.name().equals(observation.kind)
                || RecheckOutcome.ALIVE.name().equals(observation.outcome);
    }
}
