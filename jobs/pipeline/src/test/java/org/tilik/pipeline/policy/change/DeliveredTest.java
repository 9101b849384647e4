// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tilik.measure.policy.series.Weeks;

class DeliveredTest {
    private static Delivered delivered(String platform, long from, long to, long items) {
        Delivered delivered = new Delivered();
        add(delivered, platform, from, to, items);
        return delivered;
    }

    private static void add(Delivered delivered, String platform, long from, long to, long items) {
        LongStream.rangeClosed(from, to).forEach(week -> delivered.add(platform, week, items));
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void theFirstAndTheLastWeekMayBeParts() {
        Delivered delivered = delivered("reddit", 10, 20, 500);
        assertThat(delivered.weeks(Set.of("reddit"))).isEqualTo(range(11, 19));
        assertThat(delivered.breaks(Set.of("reddit"))).isEmpty();
        assertThat(delivered.spans(Weeks.monday(10), Weeks.monday(20))).isTrue();
        assertThat(delivered.spans(Weeks.monday(9), Weeks.monday(12))).isFalse();
    }

    @Test
    void oldPostsInsideNewerOnesMakeNoCollectionLonger() {
        Delivered delivered = delivered("twitter", 100, 110, 1000);
        add(delivered, "twitter", 0, 99, 3);
        assertThat(delivered.weeks(Set.of("twitter"))).isEqualTo(range(101, 109));
    }

    @Test
    void aWeekInWhichNothingCameIsMissing() {
        Delivered delivered = delivered("reddit", 0, 5, 10);
        add(delivered, "reddit", 7, 12, 10);
        assertThat(delivered.weeks(Set.of("reddit"))).doesNotContain(6L).contains(5L, 7L);
        assertThat(delivered.breaks(Set.of("reddit"))).isEmpty();
    }

    @Test
    void anotherPlatformThatBeginsOrEndsBreaksWhatIsPooled() {
        Delivered delivered = delivered("reddit", 0, 40, 100);
        add(delivered, "gab", 10, 30, 100);
        assertThat(delivered.breaks(delivered.platforms())).containsExactly(Weeks.monday(11), Weeks.monday(31));
        assertThat(delivered.weeks(delivered.platforms()))
                .contains(1L, 9L, 11L, 29L, 31L, 39L)
                .doesNotContain(0L, 10L, 30L, 40L);
    }

    @Test
    void partsAddUpWhateverTheirOrder() {
        Delivered delivered = delivered("reddit", 3, 9, 7);
        add(delivered, "reddit", 1, 5, 5);
        assertThat(delivered.weeks(Set.of("reddit"))).isEqualTo(range(2, 8));
        assertThat(delivered.weeks(Set.of())).isEmpty();
    }
}
