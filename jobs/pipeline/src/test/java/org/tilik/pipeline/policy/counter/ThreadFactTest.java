// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.pipeline.spread.SpreadItem;

class ThreadFactTest {
    private static final long HOUR = 3_600_000_000L;

    private static ThreadPart part(String key, double hour, boolean counter, String answers) {
        ThreadPart part = new ThreadPart();
        part.thread = "root";
        part.itemKey = key;
        part.platform = "reddit";
        part.postedAt = Math.round(hour * HOUR);
        part.counter = counter;
        part.answers = answers;
        return part;
    }

    private static List<ThreadFact> facts(ThreadPart... parts) {
        return ThreadFact.of(List.of(parts), Map.of("reddit", 100 * HOUR));
    }

    @Test
    void aThreadWaitsFromItsFirstViolatingItemAndEachItemForItsOwnAnswer() {
        List<ThreadFact> facts = facts(
                part("early", 1, true, "root"),
                part("hate", 2, false, null),
                part("more", 3, false, null),
                part("reply", 7, true, "more"));

        assertThat(facts).extracting(fact -> fact.isThread).containsExactly(true, false, false);
        assertThat(facts).extracting(fact -> fact.hours).containsExactly(5.0, 98.0, 4.0);
        assertThat(facts).extracting(fact -> fact.answered).containsExactly(true, false, true);
    }

    @Test
    void anItemThatWentIsFollowedOnlyUntilItWasLastSeen() {
        ThreadPart gone = part("hate", 2, false, null);
        gone.seenUntil = 12 * HOUR;
        List<ThreadFact> facts = facts(gone);
        assertThat(facts).extracting(fact -> fact.hours).containsExactly(98.0, 10.0);
        assertThat(facts).noneMatch(fact -> fact.answered);
    }

    @Test
    void threadsWithoutViolatingItemsAreNone() {
        assertThat(facts(part("reply", 7, true, "root"))).isEmpty();
    }

    @Test
    void aCounterReplyBelongsToTheThreadOfItsRootOrToWhatItAnswers() {
        SpreadItem reply = new SpreadItem();
        reply.itemKey = "reply";
        reply.kind = "REPLY";
        reply.label = "counter";
        reply.parentKey = "parent";
        reply.postedAt = HOUR;
        assertThat(ThreadPart.isPart(reply)).isTrue();
        assertThat(ThreadPart.of(reply).thread).isEqualTo("parent");
        reply.rootKey = "root";
        assertThat(ThreadPart.of(reply).thread).isEqualTo("root");
        reply.kind = "POST";
        assertThat(ThreadPart.isPart(reply)).isFalse();
    }
}
