// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.policy.scenario.Toy.hours;
import static org.tilik.measure.policy.scenario.Toy.repeat;
import static org.tilik.measure.policy.scenario.Toy.upload;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tilik.measure.policy.scenario.ScenarioRule.OneStrike;
import org.tilik.measure.policy.scenario.ScenarioRule.RemovalWithin;
import org.tilik.measure.policy.scenario.ScenarioRule.SharedHashList;
import org.tilik.measure.policy.scenario.ScenarioRule.UploadBlock;

/** Small families worked out by hand. */
class ScenarioReplayTest {
    private static final ScenarioRule ONE_STRIKE = new OneStrike(Duration.ofDays(30));
    private static final ScenarioRule ONE_HOUR = new RemovalWithin(Duration.ofHours(1));

    @Test
    void aBarredAccountPostsNothingAndWhatHungOnItFindsAnotherSourceOrNot() {
        Toy.Result result = Toy.of(
                        upload("first", 0).gone(5),
                        upload("barred", 1).barred(Bar.SURELY),
                        repeat("barred", "whileFirstIsUp", 2),
                        repeat("barred", "afterFirstWent", 6),
                        repeat("whileFirstIsUp", "grandchild", 7),
                        upload("apart", 8))
                .under(ONE_STRIKE);

        assertThat(result.high()).containsOnly("barred", "whileFirstIsUp", "afterFirstWent", "grandchild");
        // At 6 h the first one is gone, but the copy of 2 h, which found it, is up.
        assertThat(result.low()).containsOnly("barred");
    }

    @Test
    void whatHangsOnABarredAccountFallsInTheLowScenarioToo_WhereNothingElseIsUp() {
        Toy.Result result = Toy.of(
                        upload("first", 0).gone(5),
                        upload("barred", 1).barred(Bar.SURELY),
                        repeat("barred", "child", 6),
                        repeat("child", "grandchild", 7),
                        upload("apart", 8),
                        repeat("grandchild", "late", 9))
                .under(ONE_STRIKE);

        assertThat(result.low()).containsOnly("barred", "child", "grandchild");
        assertThat(result.high()).containsOnly("barred", "child", "grandchild", "late");
    }

    @Test
    void aBarThatIsOnlyPossibleCountsInTheHighScenario() {
        Toy.Result result =
                Toy.of(upload("a", 0), upload("b", 1).barred(Bar.POSSIBLY)).under(ONE_STRIKE);

        assertThat(result.low()).isEmpty();
        assertThat(result.high()).containsOnly("b");
    }

    @Test
    void removalWithinAnHourReachesWhatIsPostedLaterThanTheDeadlineOfTheFirstFlag() {
        Toy.Result result = Toy.of(
                        upload("root", 0).flagged(2),
                        repeat("root", "atTheDeadline", 3),
                        repeat("root", "later", 3.5),
                        repeat("atTheDeadline", "laterFromAnother", 4),
                        upload("sourceUnknown", 5),
                        repeat("sourceUnknown", "fromIt", 6),
                        repeat("root", "elsewhere", 4.5).on(1))
                .under(ONE_HOUR);

        // All that platform 0 held is gone at 3 h. What is up elsewhere at 4.5 h has lost its source, too.
        assertThat(result.high()).containsOnly("later", "laterFromAnother", "sourceUnknown", "fromIt", "elsewhere");
        // Without a known source a copy stays; from then on there is something to be re-attached to.
        assertThat(result.low()).containsOnly("later", "laterFromAnother", "elsewhere");
    }

    @Test
    void withoutAFlagNothingIsRemovedEarlier() {
        Toy.Result result = Toy.of(upload("root", 0).removed(1, 2), repeat("root", "later", 9))
                .under(ONE_HOUR);

        assertThat(result.high()).isEmpty();
    }

    @Test
    void aFlagOnAnotherPlatformDoesNotStartTheDeadlineHere() {
        Toy.Result result =
                Toy.of(upload("there", 0).on(1).flagged(1), upload("here", 5)).under(ONE_HOUR);

        assertThat(result.high()).isEmpty();
    }

    @Test
    void contentThatTheSamePlatformKnewIsBlockedAtUpload() {
        Toy.Result result = Toy.of(
                        upload("root", 0).flagged(2).removed(3, 8),
                        upload("before", 2),
                        upload("after", 2.5),
                        upload("otherVariant", 3).variant(1).removed(4, 6),
                        upload("betweenTheEnds", 5).variant(1),
                        upload("afterBoth", 7).variant(1),
                        upload("elsewhere", 9).on(1))
                .under(new UploadBlock(Match.EXACT));

        assertThat(result.low()).containsOnly("after", "afterBoth");
        assertThat(result.high()).containsOnly("after", "betweenTheEnds", "afterBoth");
    }

    @Test
    void aNearHashBlocksEveryVariant() {
        Toy.Result result = Toy.of(
                        upload("root", 0).flagged(2), upload("edited", 3).variant(1))
                .under(new UploadBlock(Match.NEAR));

        assertThat(result.low()).containsOnly("edited");
    }

    @Test
    void aShareOfWhatIsStillUpIsPerhapsNoUpload() {
        Toy.Result result = Toy.of(
                        upload("root", 0).flagged(2).gone(10),
                        repeat("root", "share", 5).share(),
                        repeat("root", "alsoShare", 6).share())
                .under(new UploadBlock(Match.EXACT));

        assertThat(result.low()).isEmpty();
        assertThat(result.high()).containsOnly("share", "alsoShare");
    }

    @Test
    void aSharedListKnowsFromItsBeginningWhatAnyPlatformThatTakesPartHadFlagged() {
        Toy.Copy[] copies = {
            upload("root", 0).flagged(1),
            upload("beforeTheList", 4),
            upload("onceItIsThere", 6).on(1),
            upload("flaggedLater", 7).on(2).variant(1).flagged(8),
            upload("sameVariant", 9).variant(1),
            upload("notTakingPart", 9).on(2).variant(1)
        };
        Toy.Result all = Toy.of(copies).under(new SharedHashList(hours(5), Match.EXACT, Participants.ALL));
        Toy.Result two = Toy.of(copies).under(new SharedHashList(hours(5), Match.EXACT, p -> p < 2));

        assertThat(all.high()).containsOnly("onceItIsThere", "sameVariant", "notTakingPart");
        // What was only reported before the list began may not have been brought into it.
        assertThat(all.low()).containsOnly("sameVariant", "notTakingPart");
        assertThat(two.high()).containsOnly("onceItIsThere");
    }

    @Test
    void whatAListHadBeforeAnyCopyWasThereIsOnTheSharedOneForSure() {
        Toy.Result result = Toy.of(
                        upload("known", 6).flagged(1), upload("again", 7).flagged(1))
                .under(new SharedHashList(hours(5), Match.EXACT, Participants.ALL));

        assertThat(result.low()).containsOnly("known", "again");
    }

    @Test
    void aCopyThatWasNeverPostedIsNeverFlagged() {
        Toy.Result result = Toy.of(
                        upload("root", 0).flagged(1).gone(2),
                        upload("blocked", 3),
                        repeat("blocked", "edited", 4).variant(1).flagged(5),
                        upload("editedAgain", 6).variant(1).gone(7),
                        upload("unrelated", 8).variant(2))
                .under(new UploadBlock(Match.EXACT));

        assertThat(result.high()).containsOnly("blocked", "edited", "editedAgain");
        // In the low scenario nothing is up at 4 h; of what was not posted, no flag is sure.
        assertThat(result.low()).containsOnly("blocked", "edited");
    }

    @Test
    void protectedItemsThatTheRuleHitsAreCountedApartFromCopies() {
        Toy.Copy[] copies = {
            upload("root", 0).flagged(1),
            upload("report", 0.5).is(Standing.PROTECTED),
            upload("lateReport", 5).is(Standing.PROTECTED),
            upload("reportGoneBefore", 0.5).is(Standing.PROTECTED).gone(1.5),
            upload("reportElsewhere", 5).is(Standing.PROTECTED).on(1),
            upload("barredReport", 0.2)
                    .is(Standing.PROTECTED)
                    .barred(Bar.POSSIBLY)
                    .on(1),
            upload("neither", 6).is(Standing.OTHER)
        };

        assertThat(Toy.of(copies).under(ONE_HOUR).protectedRemoved()).containsOnly("report", "lateReport");
        assertThat(Toy.of(copies).under(new UploadBlock(Match.EXACT)).protectedRemoved())
                .containsOnly("lateReport");
        assertThat(Toy.of(copies).under(ONE_STRIKE).protectedRemoved()).containsOnly("barredReport");
        ScenarioCounts counts = Toy.of(copies).under(ONE_HOUR).replay().counts();
        assertThat(counts.copiesObserved()).isEqualTo(1);
        assertThat(counts.protectedObserved()).isEqualTo(5);
        assertThat(counts.protectedRemoved()).isEqualTo(2);
        assertThat(counts.avertedHigh()).isZero();
    }

    @Test
    void flagsOnProtectedItemsCountAgainstProtectedItemsOnly() {
        Toy.Result result = Toy.of(
                        upload("report", 0).is(Standing.PROTECTED).flagged(1),
                        upload("copy", 5),
                        upload("otherReport", 5).is(Standing.PROTECTED))
                .under(new UploadBlock(Match.EXACT));

        assertThat(result.low()).containsOnly("otherReport");
        assertThat(result.replay().counts().avertedHigh()).isZero();
        assertThat(result.protectedRemoved()).containsOnly("otherReport");
    }

    @Test
    void viewsAreThoseOfAvertedCopiesAndUnknownWhereOneIs() {
        Toy toy = Toy.of(
                upload("root", 0).flagged(1).views(1000, 2000),
                upload("a", 2).views(5, 50),
                upload("b", 3).views(PostedCopy.UNKNOWN_VIEWS, 70));
        ScenarioCounts counts = toy.under(new UploadBlock(Match.EXACT)).replay().counts();

        assertThat(counts.withoutSource()).isEqualTo(3);
        assertThat(counts.viewsAvertedLow()).isEqualTo(5);
        assertThat(counts.viewsAvertedHighOrNull()).isEqualTo(120);
        ScenarioCounts unknown = Toy.of(
                        upload("root", 0).flagged(1), upload("a", 2).views(5, PostedCopy.UNKNOWN_VIEWS))
                .under(new UploadBlock(Match.EXACT))
                .replay()
                .counts();
        assertThat(unknown.viewsAvertedHighOrNull()).isNull();
        assertThat(counts.plus(unknown).viewsAvertedHighOrNull()).isNull();
    }

    @Test
    void copiesOfOneTimeHangOnEachOtherWhateverTheirOrder() {
        Toy.Result result = Toy.of(
                        repeat("b", "c", 3),
                        repeat("a", "b", 3),
                        repeat("barred", "a", 3),
                        upload("barred", 3).barred(Bar.SURELY))
                .under(ONE_STRIKE);

        assertThat(result.low()).containsOnly("barred", "a", "b", "c");
    }

    @Test
    void copiesThatRepeatEachOtherInACircleAreRefused() {
        Toy circle = Toy.of(repeat("b", "a", 3), repeat("a", "b", 3));

        assertThatThrownBy(() -> circle.under(ONE_STRIKE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in a circle");
    }

    @Test
    void aLinkToACopyThatIsNotThereOrCameLaterIsUnknown() {
        Toy.Result result = Toy.of(
                        repeat("nowhere", "orphan", 1),
                        repeat("later", "early", 2),
                        upload("later", 3).barred(Bar.SURELY))
                .under(ONE_STRIKE);

        assertThat(result.high()).containsOnly("later");
    }

    @Test
    void wrongInputIsRefused() {
        PostedCopy copy = new PostedCopy(0, 0, false, 0, Known.NOTHING, Known.NEVER, 0, 0, Standing.VIOLATING, Bar.NOT);
        FamilyCopies one = new FamilyCopies(1);
        one.add(1, 1, copy);

        assertThatThrownBy(() -> one.add(1, 1, copy)).hasMessageContaining("expected each copy once");
        assertThatThrownBy(() -> one.add(1, 2, copy)).hasMessageContaining("more than 1 copies");
        assertThatThrownBy(() -> new Known(0, 5, 4)).hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> new OneStrike(Duration.ZERO)).hasMessageContaining("expected more than 0");
        assertThatThrownBy(() -> new RemovalWithin(Duration.ofHours(-1))).hasMessageContaining("deadline of removal");
        assertThatThrownBy(() -> Toy.of(upload("a", 0).views(5, 4))).hasMessageContaining("lower bound first");
        assertThatThrownBy(() -> Toy.of(upload("a", 0).on(-1))).hasMessageContaining("numbers from 0");
    }
}
