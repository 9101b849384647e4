// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Oracle: R 4.2.2 with survival 3.5-3, {@code survfit} with {@code id}; see mcf_cgd/SOURCE.txt. */
class MeanCumulativeFunctionTest {

    private static final double EXACT = 1e-12;

    @Test
    void meanAndRobustErrorEqualR() throws IOException {
        MeanCumulativeFunction mean = MeanCumulativeFunction.of(patients());
        assertThat(mean.families()).isEqualTo(128);
        List<String[]> expected = read("mcf_cgd/expected.csv");
        assertThat(expected).hasSize(70);
        for (String[] row : expected) {
            CumulativeMean at = mean.at(Double.parseDouble(row[0]));
            assertThat(at.atRisk()).isEqualTo(Integer.parseInt(row[1]));
            assertThat(at.mean()).isCloseTo(Double.parseDouble(row[3]), within(EXACT));
            assertThat(at.standardError()).isCloseTo(Double.parseDouble(row[4]), within(EXACT));
        }
    }

    @Test
    void aSmallExampleByHand() {
        // Followed for 4, 4 and 2 h; events at 1 and 3, at 1, and none.
        MeanCumulativeFunction mean = MeanCumulativeFunction.of(List.of(
                new EventHistory(4, new double[] {3, 1}),
                new EventHistory(4, new double[] {1}),
                new EventHistory(2, new double[] {})));
        assertThat(mean.events()).isEqualTo(3);
        assertThat(mean.lastFollowUp()).isEqualTo(4);
        assertThat(mean.at(0.5).mean()).isZero();
        assertThat(mean.at(1).mean()).isCloseTo(2.0 / 3, within(EXACT));
        // (1 − 2/3)/3 twice and (0 − 2/3)/3: 1/81 + 1/81 + 4/81.
        assertThat(mean.at(2).standardError()).isCloseTo(Math.sqrt(6.0 / 81), within(EXACT));
        assertThat(mean.at(2).atRisk()).isEqualTo(3);
        assertThat(mean.at(3).mean()).isCloseTo(2.0 / 3 + 1.0 / 2, within(EXACT));
        // At 3 two families are left: ±1/4 is added to 1/9 and 1/9, nothing to −2/9.
        double variance = Math.pow(1.0 / 9 + 1.0 / 4, 2) + Math.pow(1.0 / 9 - 1.0 / 4, 2) + 4.0 / 81;
        assertThat(mean.at(4).standardError()).isCloseTo(Math.sqrt(variance), within(EXACT));
        assertThat(mean.at(4).atRisk()).isEqualTo(2);
        assertThat(mean.at(4.1).mean()).isNaN();
        assertThat(mean.at(4.1).atRisk()).isZero();
    }

    @Test
    void intervalsAreOfTheNamedForm() {
        CumulativeMean mean = new CumulativeMean(24, 2, 0.5, 30);
        assertThat(mean.plainLow(0.95)).isCloseTo(2 - 1.959963984540054 * 0.5, within(1e-9));
        assertThat(mean.plainHigh(0.95)).isCloseTo(2 + 1.959963984540054 * 0.5, within(1e-9));
        assertThat(mean.logLow(0.95)).isCloseTo(2 * Math.exp(-1.959963984540054 / 4), within(1e-9));
        assertThat(mean.logHigh(0.95)).isCloseTo(2 * Math.exp(1.959963984540054 / 4), within(1e-9));
        assertThat(new CumulativeMean(24, 1, 2, 30).plainLow(0.95)).isZero();
        assertThat(new CumulativeMean(24, 0, 0, 30).logHigh(0.95)).isNaN();
        assertThat(new CumulativeMean(24, 1, 0, 30).plainHigh(0.95)).isNaN();
    }

    @Test
    void theOrderOfFamiliesDoesNotMatterToTheLastBit() throws IOException {
        List<EventHistory> patients = new ArrayList<>(patients());
        CumulativeMean one = MeanCumulativeFunction.of(patients).at(300);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(patients, new Random(seed));
            assertThat(MeanCumulativeFunction.of(patients).at(300)).isEqualTo(one);
        }
    }

    @Test
    void nobodyFollowedHasNoMean() {
        MeanCumulativeFunction none = MeanCumulativeFunction.of(List.of(new EventHistory(-1, new double[] {})));
        assertThat(none.families()).isZero();
        assertThat(none.at(1).mean()).isNaN();
        assertThat(none.lastFollowUp()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /**
     * Re-uploads by a Poisson process whose rate differs between families (gamma with mean 0.05 and shape 2 a hour), each
     * family followed for uniform 20 to 100 h; 95 % intervals of the mean within 48 h.
     */
    @Test
    void intervalsCoverTheTruthOfAKnownReuploadProcess() {
        SplittableRandom random = new SplittableRandom(20190315);
        double truth = 0.05 * 48;
        int worlds = 1000;
        int log = 0;
        int plain = 0;
        for (int world = 0; world < worlds; world++) {
            List<EventHistory> families = new ArrayList<>();
            for (int family = 0; family < 100; family++) {
                double rate = -0.025 * Math.log(random.nextDouble() * random.nextDouble());
                double followed = 20 + 80 * random.nextDouble();
                families.add(new EventHistory(followed, poisson(random, rate, followed)));
            }
            CumulativeMean mean = MeanCumulativeFunction.of(families).at(48);
            log += mean.logLow(0.95) <= truth && truth <= mean.logHigh(0.95) ? 1 : 0;
            plain += mean.plainLow(0.95) <= truth && truth <= mean.plainHigh(0.95) ? 1 : 0;
        }
        assertThat(log / (double) worlds).isBetween(0.93, 0.97);
        assertThat(plain / (double) worlds).isBetween(0.93, 0.97);
    }

    private static double[] poisson(SplittableRandom random, double rate, double until) {
        List<Double> times = new ArrayList<>();
        double time = -Math.log(1 - random.nextDouble()) / rate;
        while (time <= until) {
            times.add(time);
            time += -Math.log(1 - random.nextDouble()) / rate;
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<EventHistory> patients() throws IOException {
        Map<String, List<Double>> events = new TreeMap<>();
        Map<String, Double> followed = new TreeMap<>();
        for (String[] row : read("mcf_cgd/input.csv")) {
            double stop = Double.parseDouble(row[2]);
            followed.merge(row[0], stop, Math::max);
            List<Double> own = events.computeIfAbsent(row[0], id -> new ArrayList<>());
            if (row[3].equals("1")) {
                own.add(stop);
            }
        }
        List<EventHistory> histories = new ArrayList<>();
        events.forEach((id, times) -> histories.add(new EventHistory(
                followed.get(id),
                times.stream().mapToDouble(Double::doubleValue).toArray())));
        return histories;
    }

    private static List<String[]> read(String path) throws IOException {
        try (InputStream in = MeanCumulativeFunctionTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
