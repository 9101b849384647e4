// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IncidentWatchTest {
    private static final PlatformStarts STARTS =
            new PlatformStarts(Map.of("reddit", 0L, "twitter", 0L, "telegram", 0L));

    private final IncidentWatch watch = new IncidentWatch(IncidentRule.USUAL, STARTS, WatchState.EMPTY);

    private List<Alert> add(Told copies) {
        List<Alert> alerts = new ArrayList<>();
        copies.list().forEach(copy -> watch.add(copy.hour(), copy.platform()).ifPresent(alerts::add));
        return alerts;
    }

    @Test
    void anIncidentIsToldOnceThenOnlyWhatIsNew() {
        assertThat(add(new Told().copies(200, 202, 4, "reddit"))).isEmpty();

        List<Alert> opened = add(new Told().copies(202, 203, 4, "reddit"));
        assertThat(opened).extracting(Alert::kind).containsExactly(Alert.Kind.OPENED);
        assertThat(opened.get(0).openedHour()).isEqualTo(202);
        assertThat(opened.get(0).triggers()).containsExactly(Trigger.BURST);
        assertThat(opened.get(0).surprise()).isGreaterThan(6);
        assertThat(opened.get(0).platforms()).containsExactly("reddit");

        List<Alert> later = add(new Told().copies(203, 204, 9, "reddit").copies(204, 205, 2, "twitter"));
        assertThat(later).extracting(Alert::kind).containsExactly(Alert.Kind.NEW_PLATFORM);
        assertThat(later.get(0).platforms()).containsExactly("reddit", "twitter");

        List<Alert> peak = add(new Told().copies(205, 206, 150, "reddit"));
        assertThat(peak).extracting(Alert::kind).containsExactly(Alert.Kind.NEW_PEAK, Alert.Kind.NEW_PEAK);
        assertThat(peak).extracting(Alert::peakCopiesPerHour).containsExactly(10L, 100L);
    }

    @Test
    void itIsClosedWhenTheQuietHoursHavePassedAndANewOneMayOpen() {
        add(new Told().copies(200, 201, 20, "reddit"));
        assertThat(watch.closesAt()).isEqualTo(OptionalLong.of(224));
        assertThat(watch.advanceTo(223)).isEmpty();
        assertThat(watch.advanceTo(230).orElseThrow())
                .extracting(Alert::kind, Alert::hour, Alert::openedHour)
                .containsExactly(Alert.Kind.CLOSED, 224L, 200L);
        assertThat(watch.closesAt()).isEmpty();
        assertThat(watch.advanceTo(231)).isEmpty();

        assertThat(add(new Told().copies(240, 241, 20, "reddit")))
                .extracting(Alert::kind)
                .containsExactly(Alert.Kind.OPENED);
    }

    @Test
    void aLateCopyNearAnIncidentThatWasToldClosedDoesNotOpenItAgain() {
        add(new Told().copies(200, 201, 20, "reddit"));
        watch.advanceTo(224);

        assertThat(add(new Told().copies(195, 196, 3, "reddit").copies(203, 204, 3, "reddit")))
                .isEmpty();
        assertThat(watch.burstHours()).containsExactly(200L, 203L);
        assertThat(watch.closesAt()).isEmpty();
    }

    @Test
    void aLateCopyThatCompletesAnEmergenceOpensAnIncidentInItsHour() {
        assertThat(add(new Told().copies(110, 111, 1, "telegram").copies(105, 106, 1, "reddit")))
                .isEmpty();

        List<Alert> alerts = add(new Told().copies(100, 101, 1, "twitter"));

        assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.OPENED);
        assertThat(alerts.get(0).openedHour()).isEqualTo(110);
        assertThat(alerts.get(0).triggers()).containsExactly(Trigger.EMERGENCE);
        assertThat(alerts.get(0).platforms()).containsExactly("reddit", "telegram", "twitter");
        assertThat(watch.emergenceHours()).containsExactly(110L);
    }

    @Test
    void whatComesForForgottenHoursIsCountedApart() {
        add(new Told().copies(200, 201, 20, "reddit"));
        watch.expireBefore(300);
        watch.expireBefore(250);

        assertThat(add(new Told().copies(299, 300, 30, "reddit"))).isEmpty();
        assertThat(watch.tooLate()).isEqualTo(30);
        assertThat(watch.state().copies()).isEmpty();
        assertThat(watch.state().bursts()).isEmpty();
        assertThat(watch.state().forgottenBefore()).isEqualTo(300);
    }
}
