// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code tilik estimate}; expected numbers are those of R survival 3.5-3 and of the papers named. */
class EstimateCommandTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    /** Remission times in weeks, Freireich et al. 1963, doi:10.1182/blood.V21.6.699.699; + = censored. */
    private static final String MERCAPTOPURINE = "6,6,6,7,10,13,16,22,23,6+,9+,10+,11+,17+,19+,20+,25+,32+,32+,34+,35+";

    private static final String PLACEBO = "1,1,2,2,3,4,4,5,5,8,8,8,8,11,11,12,12,15,17,22,23";

    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private Path freireich() throws IOException {
        StringBuilder rows = new StringBuilder("lower,upper,stratum\n");
        append(rows, MERCAPTOPURINE, "6MP");
        append(rows, PLACEBO, "placebo");
        return Files.writeString(folder.resolve("freireich.csv"), rows);
    }

    private static void append(StringBuilder rows, String times, String stratum) {
        for (String time : times.split(",", -1)) {
            String hours = time.replace("+", "");
            rows.append(hours).append(',').append(time.endsWith("+") ? "" : hours);
            rows.append(',').append(stratum).append('\n');
        }
    }

    private static JsonNode json(String... arguments) throws IOException {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void exactTimesGiveKaplanMeierQuantilesSharesMeanAndTests() throws IOException {
        JsonNode found = json("estimate", freireich().toString(), "--json", "--tau", "20", "--deadlines", "7,21,168");
        JsonNode treated = found.at("/strata/0");
        assertThat(treated.at("/stratum").asText()).isEqualTo("6MP");
        assertThat(treated.at("/n").asInt()).isEqualTo(21);
        assertThat(treated.at("/events").asInt()).isEqualTo(9);
        assertThat(treated.at("/censored").asInt()).isEqualTo(12);
        assertThat(treated.at("/method").asText()).isEqualTo("kaplan-meier");
        JsonNode first = treated.at("/curve/0");
        assertThat(first.at("/t").asDouble()).isEqualTo(6);
        assertThat(first.at("/at_risk").asInt()).isEqualTo(21);
        assertThat(first.at("/survival").asDouble()).isCloseTo(0.857142857142857, CLOSE);
        assertThat(first.at("/std_err").asDouble()).isCloseTo(0.0763603548321213, CLOSE);
        assertThat(first.at("/ci_low").asDouble()).isCloseTo(0.619717955265984, CLOSE);
        assertThat(treated.at("/quantiles/1/estimate").asDouble()).isEqualTo(23);
        assertThat(treated.at("/quantiles/1/ci_low").asDouble()).isEqualTo(13);
        assertThat(treated.at("/quantiles/1/ci_high").isNull()).isTrue();
        assertThat(treated.at("/quantiles/2/estimate").isNull()).isTrue();
        assertThat(treated.at("/deadlines/0/estimate").asDouble()).isCloseTo(0.19327731092437, CLOSE);
        assertThat(treated.at("/deadlines/0/identifiability").asText()).isEqualTo("point");
        assertThat(treated.at("/deadlines/1/ci_high").asDouble()).isCloseTo(0.632489144012498, CLOSE);
        assertThat(treated.at("/deadlines/2/identifiability").asText()).isEqualTo("none");
        assertThat(treated.at("/deadlines/2/bound_low").isNull()).isTrue();
        assertThat(treated.at("/rmst/estimate").asDouble()).isCloseTo(16.1165266106443, CLOSE);
        assertThat(treated.at("/rmst/std_err").asDouble()).isCloseTo(1.25156019600505, CLOSE);
        assertThat(found.at("/tests/log_rank/chi_square").asDouble()).isCloseTo(16.7929409892165, CLOSE);
        assertThat(found.at("/tests/log_rank/df").asInt()).isEqualTo(1);
        assertThat(found.at("/tests/peto_peto/chi_square").asDouble()).isCloseTo(14.4571508187171, CLOSE);
        assertThat(found.at("/tests/gray").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"plain, 0.7074793118252, 1", "log, 0.71981708391627, 1", "log-log, 0.619717955265984, 0.951551747646997"
    })
    void intervalsAreOnTheScaleAskedFor(String scale, double low, double high) throws IOException {
        JsonNode point = json("estimate", freireich().toString(), "--json", "--ci", scale)
                .at("/strata/0/curve/0");
        assertThat(point.at("/ci_low").asDouble()).isCloseTo(low, CLOSE);
        assertThat(point.at("/ci_high").asDouble()).isCloseTo(high, CLOSE);
    }

    @Test
    void bracketsGiveInnermostIntervalsBoundsAndNoPoint() throws IOException {
        Path rows = file("brackets.csv", "left,right", "0,2", "1,3", "2,4", "3,", "1,1");
        JsonNode found = json(
                "estimate", rows.toString(), "--json", "--lower", "left", "--upper", "right", "--deadlines", "2,4");
        JsonNode stratum = found.at("/strata/0");
        assertThat(stratum.at("/stratum").asText()).isEqualTo("all");
        assertThat(stratum.at("/method").asText()).isEqualTo("turnbull");
        assertThat(stratum.at("/interval").asInt()).isEqualTo(3);
        double mass = 0;
        for (JsonNode point : stratum.at("/curve")) {
            mass += point.at("/mass").asDouble();
            assertThat(point.at("/t").asDouble())
                    .isLessThanOrEqualTo(point.at("/t_hi").asDouble(Double.MAX_VALUE));
        }
        assertThat(mass).isCloseTo(1, within(1e-6));
        JsonNode median = stratum.at("/quantiles/1");
        assertThat(median.at("/estimate").isNull()).isTrue();
        assertThat(median.at("/bound_low").asDouble())
                .isLessThan(median.at("/bound_high").asDouble());
        JsonNode twoHours = stratum.at("/deadlines/0");
        assertThat(twoHours.at("/identifiability").asText()).isEqualTo("bounds");
        assertThat(twoHours.at("/estimate").isNull()).isTrue();
        // Of five, (0, 2] and 1 went by 2 for certain; (1, 3] may have; (2, 4] cannot.
        assertThat(twoHours.at("/bound_low").asDouble()).isCloseTo(0.4, within(1e-6));
        assertThat(twoHours.at("/bound_high").asDouble()).isCloseTo(0.6, within(1e-6));
        assertThat(found.at("/tests/log_rank").isNull()).isTrue();
    }

    @Test
    void causesCompeteAndAnUnnamedOneIsUnknown() throws IOException {
        Path rows = file(
                "causes.csv",
                "entry,lower,upper,cause,stratum,weight",
                "0,1,1,platform,a,1",
                "0,2,2,author,a,2",
                "0,3,3,,a,1",
                "0,4,,,a,1",
                "0,1,,,b,1",
                "0,2,2,platform,b,4");
        JsonNode found = json("estimate", rows.toString(), "--json", "--deadlines", "3");
        JsonNode causes = found.at("/strata/0/causes");
        assertThat(causes.findValuesAsText("cause")).containsExactly("author", "platform", "unknown");
        assertThat(causes.at("/1/curve/0/cumulative_incidence").asDouble()).isCloseTo(0.2, CLOSE);
        assertThat(causes.at("/0/deadlines/0/identifiability").asText()).isEqualTo("bounds");
        assertThat(causes.at("/0/deadlines/0/bound_low").asDouble()).isCloseTo(0.4, CLOSE);
        assertThat(causes.at("/0/deadlines/0/bound_high").asDouble()).isCloseTo(0.6, CLOSE);
        assertThat(found.at("/strata/1/n").asInt()).isEqualTo(5);
        assertThat(found.at("/tests/gray").findValuesAsText("cause")).contains("author", "platform");
    }

    @Test
    void lateEntryConditionsAndSaysSo() throws IOException {
        Path rows = file("late.csv", "entry,lower,upper", "2,5,5", "2,6,6", "3,30,", "0.5,4,4");
        JsonNode share = json("estimate", rows.toString(), "--json", "--min-at-risk", "2", "--deadlines", "5")
                .at("/strata/0/deadlines/0");
        assertThat(share.at("/identifiability").asText()).isEqualTo("bounds");
        assertThat(share.at("/bound_high").asDouble()).isEqualTo(1);
        assertThat(share.at("/given_captured/conditional_on_hours").asDouble()).isEqualTo(2);
        // At 4 one of four at risk goes, at 5 one of three.
        assertThat(share.at("/given_captured/estimate").asDouble()).isCloseTo(0.5, CLOSE);
    }

    @Test
    void familiesGiveIntervalsByTheirSamples() throws IOException {
        String rows = IntStream.range(0, 120)
                .mapToObj(i -> (i % 40) + "," + (i % 3 == 0 ? "" : i % 40) + ",f" + i / 4)
                .collect(Collectors.joining("\n", "lower,upper,copies\n", "\n"));
        Path file = Files.writeString(folder.resolve("families.csv"), rows);
        JsonNode stratum = json("estimate", file.toString(), "--json", "--family", "copies", "--bootstrap", "50")
                .at("/strata/0");
        assertThat(stratum.at("/n_effective").asDouble()).isCloseTo(30, within(1.0));
        assertThat(stratum.at("/ci_method").asText()).isEqualTo("family_bootstrap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zstd", "snappy", "gzip", "uncompressed"})
    void parquetOfOtherProgramsIsReadLikeCsv(String codec) throws IOException, SQLException {
        Path csv = freireich();
        Path parquet = folder.resolve(codec + ".parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (SELECT lower::FLOAT AS seen, upper, stratum AS arm, true AS used FROM read_csv('"
                    + csv + "')) TO '" + parquet + "' (FORMAT parquet, COMPRESSION " + codec + ")");
        }
        JsonNode fromParquet = json(
                "estimate", parquet.toString(), "--json", "--lower", "seen", "--by", "arm", "--where", "used=true");
        assertThat(fromParquet).isEqualTo(json("estimate", csv.toString(), "--json"));
    }

    @Test
    void rowsAreChosenByAnyValueOfAColumnAndOneOfEachColumn() throws IOException {
        Path rows = file(
                "kinds.csv", "lower,upper,kind,used", "1,1,POST,yes", "2,2,REPLY,yes", "3,3,SHARE,yes", "4,4,POST,no");
        JsonNode found = json(
                "estimate",
                rows.toString(),
                "--json",
                "--where",
                "kind=POST",
                "--where",
                "kind=REPLY",
                "--where",
                "used=yes");
        assertThat(found.at("/strata/0/n").asInt()).isEqualTo(2);
        assertThat(found.at("/rows_left_out").asInt()).isEqualTo(2);
    }

    @Test
    void naiveFiguresStandBesideTheRightOnes() throws IOException {
        JsonNode naive =
                json("estimate", freireich().toString(), "--json", "--naive").at("/strata/0/naive");
        assertThat(naive.at("/deadlines/1/of_gone").asDouble()).isEqualTo(1);
        assertThat(naive.at("/deadlines/1/of_complete_cases").asDouble()).isCloseTo(9 / 14.0, CLOSE);
        CommandRun text = CommandRun.of("estimate", freireich().toString(), "--naive");
        assertThat(text.out()).contains("never to be quoted").contains("Log-rank test: chi-square 16.7929");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lower,upper;5,3|line 2: upper is 3, expected hours from lower = 5.0 on",
                "lower,upper;5,NA|line 2: upper is NA, expected hours, or nothing",
                "lower,upper;,3|line 2: lower is empty, expected hours; 0 for an item whose end alone is known",
                "lower,upper;-1,3|line 2: lower is -1",
                "lower,upper,weight;1,3,0|line 2: weight is 0, expected a number above 0",
                "lower,upper,cause;1,,author|line 2: cause is author, expected nothing",
                "lower,upper,entry;1,2,|line 2: entry is empty",
                "low,upper;1,2|has no column lower; it has low, upper",
                "lower,upper|holds no row below its header",
                "|has no column lower, upper"
            })
    void whatIsWrongIsNamedWithItsPlace(String lines, String message) throws IOException {
        Path rows = file("bad.csv", lines == null ? new String[0] : lines.split(";"));
        CommandRun run = CommandRun.of("estimate", rows.toString());
        assertThat(run.err()).contains(message).doesNotContain("Exception");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void bracketsAreRefusedWhereAMethodNeedsExactTimes() throws IOException {
        Path rows = file("brackets.csv", "lower,upper", "0,2", "1,3");
        CommandRun run = CommandRun.of("estimate", rows.toString(), "--method", "kaplan-meier");
        assertThat(run.err()).contains("(0.0, 2.0]").contains("Turnbull");
        assertThat(run.code()).isEqualTo(1);
        CommandRun unknown = CommandRun.of("estimate", rows.toString(), "--method", "weibull");
        assertThat(unknown.err()).contains("expected auto, kaplan-meier, turnbull or aalen-johansen");
        assertThat(unknown.code()).isEqualTo(1);
        CommandRun absent =
                CommandRun.of("estimate", folder.resolve("nowhere.csv").toString());
        assertThat(absent.err()).contains("There is no file");
        assertThat(absent.code()).isEqualTo(1);
    }
}
