// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** How often does the usual rule raise an alarm where nothing happened, and how soon does it see what did? */
class AlarmsTest {
    /** Java property; {@code write} writes the file anew. */
    private static final String PROPERTY = "tilik.alarms";

    private static final Path FILE = Path.of("incident-alarms.csv");
    private static final double[] RATES = {0.1, 1, 10};
    private static final double[] TIMES = {10, 30, 100};
    private static final int FAMILIES = 60;
    private static final int PLANTED = 100;
    private static final long SEED = 20190315;

    /** The figures in the file are those of this code. */
    @Test
    void theCommittedFiguresAreWhatIsFound() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(
                "world,copies_per_hour,burst_times,families,days,incidents,per_1000_family_days,found_share,delay_median_hours,"
                        + "delay_p90_hours");
        for (NullWorld world : NullWorld.values()) {
            for (double rate : RATES) {
                Alarms alarms = new Alarms(IncidentRule.USUAL, world, rate);
                int found = alarms.falseOnes(FAMILIES, SEED);
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,%s,,%d,%d,%d,%.1f,,,",
                        world.id(),
                        rate,
                        FAMILIES,
                        Alarms.DAYS,
                        found,
                        1000.0 * found / FAMILIES / Alarms.DAYS));
            }
        }
        for (NullWorld world : NullWorld.values()) {
            for (double rate : RATES) {
                for (double times : TIMES) {
                    lines.add(planted(world, rate, times));
                }
            }
        }
        if ("write".equals(System.getProperty(PROPERTY))) {
            Files.write(FILE, lines, StandardCharsets.UTF_8);
        }
        assertThat(Files.readAllLines(FILE, StandardCharsets.UTF_8)).isEqualTo(lines);
    }

    private static String planted(NullWorld world, double rate, double times) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(SEED);
        Alarms alarms = new Alarms(IncidentRule.USUAL, world, rate);
        int[] delays = IntStream.range(0, PLANTED)
                .mapToObj(i -> alarms.delay(times, random))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%s,%s,%.0f,%d,,,,%.3f,%s,%s",
                world.id(),
                rate,
                times,
                PLANTED,
                (double) delays.length / PLANTED,
                quantile(delays, 0.5),
                quantile(delays, 0.9));
    }

    /** The smallest delay that so many of all planted bursts do not exceed, found or not; empty where too few were found. */
    private static String quantile(int[] sorted, double share) {
        int rank = (int) Math.ceil(share * PLANTED);
        return rank <= sorted.length ? Integer.toString(Arrays.copyOf(sorted, sorted.length)[rank - 1]) : "";
    }
}
