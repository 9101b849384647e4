// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.NaiveFigures;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.compare.Group;
import org.tilik.measure.removal.compare.GroupComparison;
import org.tilik.pipeline.estimate.EstimateJson;
import org.tilik.pipeline.estimate.EstimateText;
import org.tilik.pipeline.estimate.Estimates;
import org.tilik.pipeline.estimate.LifetimeColumns;
import org.tilik.pipeline.estimate.LifetimeFile;
import org.tilik.pipeline.estimate.Lifetimes;
import org.tilik.pipeline.study.RunError;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code tilik estimate}: the removal estimators alone, on the rows of a file. */
@Command(
        name = "estimate",
        description = {
            "Estimate how fast items went from the rows of a CSV, a Parquet file or the folder of a table.",
            "Columns in hours: lower (last seen visible), upper (first seen gone; empty = not seen gone; equal to lower ="
                    + " exact). Where the file has them also: entry (under observation from), cause, stratum, weight"
                    + " (so many items), family (items that are not independent)."
        })
final class EstimateCommand implements Callable<Integer> {
    private static final int EXACT_SAMPLES = 1000;
    private static final int BRACKET_SAMPLES = 200;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "FILE", description = "CSV with a header, Parquet file, or folder of a finished table.")
    private String file;

    @Option(names = "--entry", paramLabel = "COL", description = "Column of hours of entry. Default: entry, if any.")
    private String entry;

    @Option(names = "--lower", paramLabel = "COL", description = "Column of hours last seen visible. Default: lower.")
    private String lower;

    @Option(names = "--upper", paramLabel = "COL", description = "Column of hours first seen gone. Default: upper.")
    private String upper;

    @Option(names = "--cause", paramLabel = "COL", description = "Column of causes. Default: cause, if any.")
    private String cause;

    @Option(
            names = "--by",
            paramLabel = "COL",
            split = ",",
            description = "Column, or columns, that name the group. Default: stratum, if any.")
    private List<String> by = List.of();

    @Option(
            names = "--weight",
            paramLabel = "COL",
            description = "Column of numbers of items. Default: weight, if any.")
    private String weight;

    @Option(
            names = "--family",
            paramLabel = "COL",
            description = "Column of families, whose items are not independent; intervals then come from samples of"
                    + " families. Default: family, if any.")
    private String family;

    @Option(
            names = "--where",
            paramLabel = "COL=VALUE",
            description = "Only rows with this value, for instance status=measured in episodes. May be repeated: of one"
                    + " column any of the values, of several columns one of each.")
    private List<String> where = List.of();

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            converter = MethodName.class,
            description =
                    "auto, kaplan-meier, turnbull or aalen-johansen. auto: turnbull as soon as there is a bracket.")
    private Method method = Method.AUTO;

    @Option(
            names = "--ci",
            paramLabel = "SCALE",
            converter = ScaleName.class,
            description = "Scale of intervals for exact times: log-log, log or plain. Default: log-log.")
    private ConfidenceInterval scale = ConfidenceInterval.LOG_LOG;

    @Option(names = "--conf-level", paramLabel = "LEVEL", description = "Level of intervals. Default: 0.95.")
    private double level = 0.95;

    @Option(
            names = "--deadlines",
            paramLabel = "H",
            split = ",",
            description = "Hours, inclusive, for shares gone within. Default: 1,24,168.")
    private double[] deadlines = {1, 24, 168};

    @Option(
            names = "--quantiles",
            paramLabel = "P",
            split = ",",
            description = "Shares gone whose times are wanted. Default: 0.25,0.5,0.75,0.9.")
    private double[] quantiles = {0.25, 0.5, 0.75, 0.9};

    @Option(names = "--tau", paramLabel = "H", description = "Horizon of the mean hours visible. Default: no mean.")
    private double tau = Double.NaN;

    @Option(
            names = "--min-at-risk",
            paramLabel = "N",
            description = "Items that must be under observation for a time to count. Default: 1; tables use 10.")
    private double minAtRisk = 1;

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            description = "Samples for intervals of brackets and of families; 0 = no such intervals. Default: 200 with"
                    + " brackets, else 1000.")
    private Integer samples;

    @Option(names = "--seed", description = "Seed of the samples. Default: ${DEFAULT-VALUE}.")
    private long seed = 20190315;

    @Option(
            names = "--naive",
            description = "Add figures that are often printed and are wrong, to see by how much: complete cases,"
                    + " midpoints, one minus Kaplan-Meier for each cause.")
    private boolean naive;

    @Option(names = "--curve", description = "Print the curves too.")
    private boolean curve;

    @Option(names = "--json", description = "Print JSON, with the curves.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Lifetimes rows = new LifetimeFile(
                        file, new LifetimeColumns(entry, lower, upper, cause, by, weight, family, wanted()))
                .read();
        Estimates estimates = estimates(rows);
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            EstimateJson.write(estimates, out);
        } else {
            new EstimateText(out, level).print(estimates, curve);
        }
        out.flush();
        return 0;
    }

    private Map<String, Set<String>> wanted() {
        Map<String, Set<String>> values = new TreeMap<>();
        for (String condition : where) {
            int equals = condition.indexOf('=');
            if (equals < 1) {
                throw RunError.study("--where is " + condition + ", expected COLUMN=VALUE.");
            }
            values.computeIfAbsent(condition.substring(0, equals), column -> new TreeSet<>())
                    .add(condition.substring(equals + 1));
        }
        return values;
    }

    private Estimates estimates(Lifetimes rows) {
        SortedMap<String, RemovalEstimate> strata = new TreeMap<>();
        SortedMap<String, NaiveFigures> naives = new TreeMap<>();
        List<Group> groups = new ArrayList<>();
        List<Double> hours = DoubleStream.of(deadlines).boxed().toList();
        for (Map.Entry<String, RemovalData> stratum : rows.strata().entrySet()) {
            RemovalData data = stratum.getValue();
            strata.put(stratum.getKey(), estimate(rows.causes(), data));
            groups.add(new Group(stratum.getKey(), data));
            if (naive) {
                naives.put(stratum.getKey(), NaiveFigures.of(data, hours));
            }
        }
        return new Estimates(strata, naives, GroupComparison.of(groups), rows.rowsLeftOut());
    }

    private RemovalEstimate estimate(List<String> causes, RemovalData data) {
        try {
            return estimator(causes, data.brackets() > 0).estimate(data);
        } catch (IllegalArgumentException e) {
            throw RunError.study(e.getMessage());
        }
    }

    private RemovalEstimator estimator(List<String> causes, boolean brackets) {
        int replicates = samples != null ? samples : brackets ? BRACKET_SAMPLES : EXACT_SAMPLES;
        return RemovalEstimator.standard()
                .withMethod(method)
                .withConfidence(scale, level)
                .withDeadlines(deadlines)
                .withQuantiles(quantiles)
                .withTau(tau)
                .withMinAtRisk(minAtRisk)
                .withBootstrap(replicates, seed)
                .withCauseGroups(causes.stream().map(EstimateCommand::alone).toList());
    }

    /** One cause; what went by an unknown one may have gone by it. */
    private static CauseGroup alone(String cause) {
        return new CauseGroup(
                cause, Set.of(cause), cause.equals(LifetimeFile.UNKNOWN) ? Set.of() : Set.of(LifetimeFile.UNKNOWN));
    }

    /** Names of methods as they are typed. */
    static final class MethodName implements ITypeConverter<Method> {
        @Override
        public Method convert(String name) {
            return constant(Method.class, name, "auto, kaplan-meier, turnbull or aalen-johansen");
        }
    }

    /** Names of scales as they are typed. */
    static final class ScaleName implements ITypeConverter<ConfidenceInterval> {
        @Override
        public ConfidenceInterval convert(String name) {
            return constant(ConfidenceInterval.class, name, "log-log, log or plain");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, String expected) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("expected " + expected + ", found " + name);
        }
    }
}
