// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.Agenda.Notice;

class AgendaTest {
    private static final long HOUR_MS = 3_600_000;

    @TempDir
    private Path folder;

    @Test
    void whatIsDueComesInOrderOfTimeHoweverMuchWasPutAside() throws IOException {
        List<Notice> taken = new ArrayList<>();
        try (Agenda agenda = new Agenda(folder)) {
            Draws draws = new Draws(1);
            long now = 0;
            for (int i = 0; i < 20_000; i++) {
                now += draws.below(10_000);
                agenda.takeUntil(now, taken::add);
                agenda.add(new Notice(now + 1 + draws.below(100 * (int) HOUR_MS / 10), i, -i, i % 7 == 0));
            }
            assertThat(temporaryFiles()).isGreaterThan(1);
            agenda.takeUntil(now + 200 * HOUR_MS, taken::add);
        }

        assertThat(taken).hasSize(20_000);
        for (int i = 1; i < taken.size(); i++) {
            assertThat(taken.get(i).at())
                    .isGreaterThanOrEqualTo(taken.get(i - 1).at());
        }
        assertThat(taken)
                .allMatch(notice -> notice.userId() == -notice.id() && notice.withheld() == (notice.id() % 7 == 0));
        assertThat(temporaryFiles()).isZero();
    }

    @Test
    void whatIsNeverTakenLeavesNoFilesBehind() throws IOException {
        try (Agenda agenda = new Agenda(folder)) {
            for (int i = 0; i < 1_000; i++) {
                agenda.add(new Notice(5 * HOUR_MS + i, i, i, false));
            }
        }

        assertThat(temporaryFiles()).isZero();
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
