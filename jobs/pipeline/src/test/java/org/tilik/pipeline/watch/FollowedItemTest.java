// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.watch.Sighting.Fate;

class FollowedItemTest {
    private static final FollowedItem POSTED = new FollowedItem(List.of("text:a"), "reddit", true, 1, Fate.POSTED, 100);

    @Test
    void whatWasRemovedStaysRemovedWhileLaterLooksFindItGone() {
        FollowedItem removed = POSTED.with(Fate.REMOVED, 200);

        assertThat(removed.with(Fate.GONE, 300).fate()).isEqualTo(Fate.REMOVED);
        assertThat(removed.with(Fate.GONE, 300).fateAtMillis()).isEqualTo(300);
    }

    @Test
    void whatCameBackAndWentAgainIsGoneForTheCauseThatWasTold() {
        FollowedItem back = POSTED.with(Fate.REMOVED, 200).with(Fate.BACK, 300);

        assertThat(back.fate()).isEqualTo(Fate.BACK);
        assertThat(back.with(Fate.GONE, 400).fate()).isEqualTo(Fate.GONE);
    }

    @Test
    void whatIsOlderThanWhatIsKnownChangesNothing() {
        FollowedItem back = POSTED.with(Fate.BACK, 300);

        assertThat(back.with(Fate.REMOVED, 200)).isEqualTo(back);
    }
}
