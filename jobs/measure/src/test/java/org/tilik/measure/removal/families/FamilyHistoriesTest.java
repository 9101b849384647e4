// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.families.Copies.alive;
import static org.tilik.measure.removal.families.Copies.deleted;
import static org.tilik.measure.removal.families.Copies.family;
import static org.tilik.measure.removal.families.Copies.removed;
import static org.tilik.measure.removal.families.Copies.share;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.families.FamilyHistories.Reuploads;

class FamilyHistoriesTest {

    @Test
    void copiesCountFromTheFirstOneAndSharesAmongThem() {
        Family family = family(alive("a", 30, 90), share("a", 20, 90), removed("b", 26, 40));
        assertThat(FamilyHistories.furtherCopies(family)).isEqualTo(new EventHistory(80, new double[] {6, 10}));
        assertThat(FamilyHistories.furtherCopies(family(alive("a", 20, 90), share("a", 20, 90))))
                .isEqualTo(new EventHistory(80, new double[] {0}));
    }

    @Test
    void copiesAfterTheEndOfSightingAreNotCounted() {
        Family family =
                Family.of(List.of(alive("a", 0, 90), alive("a", 101, 120)), 100).orElseThrow();
        assertThat(family.copies()).hasSize(1);
        assertThat(Family.of(List.of(alive("a", 101, 120)), 100)).isEmpty();
        assertThat(new EventHistory(10, new double[] {11, 10, 3}).times()).containsExactly(3, 10);
    }

    @Test
    void reuploadsCountFromTheFirstRemovalOfAnyCopy() {
        // Removed at 10 and at 12; the copy of 4 was there before, those of 15 and 40 are re-uploads.
        Family family = family(removed("a", 0, 12), removed("b", 4, 10), alive("a", 15, 90), alive("b", 40, 90));
        Reuploads reuploads = Reuploads.of(family).orElseThrow();
        assertThat(reuploads.atLeast()).isEqualTo(new EventHistory(90, new double[] {5, 30}));
        assertThat(reuploads.atMost()).isEqualTo(reuploads.atLeast());
    }

    @Test
    void aBracketedRemovalLeavesBounds() {
        // Removed in (10, 20]: the copy of 15 may have come before, that of 30 came 10 to 20 h after.
        Family family = family(removed("a", 0, 10, 20), alive("a", 15, 90), alive("a", 30, 90));
        Reuploads reuploads = Reuploads.of(family).orElseThrow();
        assertThat(reuploads.atLeast()).isEqualTo(new EventHistory(80, new double[] {20}));
        assertThat(reuploads.atMost()).isEqualTo(new EventHistory(80, new double[] {0, 10}));
    }

    @Test
    void deletionByTheAuthorIsNoRemoval() {
        assertThat(Reuploads.of(family(deleted("a", 0, 5), alive("a", 9, 90)))).isEmpty();
        assertThat(family(deleted("a", 0, 5), removed("a", 1, 8)).firstRemoved())
                .contains(HourBracket.at(8));
    }
}
