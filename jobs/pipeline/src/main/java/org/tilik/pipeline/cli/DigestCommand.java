// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.core.fs.Path;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;
import org.tilik.pipeline.study.TableReport;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik digest}: fingerprints of the tables, to see whether two runs gave the same rows. */
@Command(
        name = "digest",
        description = "Print a fingerprint of every finished table. It does not depend on the order of rows or on how"
                + " they are spread over files, so equal fingerprints mean equal tables.")
final class DigestCommand implements Callable<Integer> {
    private static final List<String> AREAS = List.of("restricted", "release");

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUTPUT_DIR", description = "The output folder of a run, a path or URI.")
    private String output;

    @Option(names = "--json", description = "Print a JSON list of name, rows and digest.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<TableReport> tables = digests(StudyPaths.absolute(output));
        if (tables.isEmpty()) {
            throw RunError.study("There is no finished table in " + output + "; expected the output folder of a run,"
                    + " with restricted/ and release/ in it.");
        }
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(Json.text(tables));
        } else {
            tables.forEach(table -> out.printf("%-30s %,15d  %s%n", table.name(), table.rows(), table.digest()));
        }
        out.flush();
        return 0;
    }

    /** Every finished table of these areas; the exact removal curves in restricted/ beside the published ones. */
    private static List<TableReport> digests(String output) throws IOException {
        List<TableReport> tables = new ArrayList<>();
        for (String area : AREAS) {
            for (Table<?> table : Table.all()) {
                Path folder = new Path(output + "/" + area + "/" + table.name());
                if (TableManifest.isFinished(folder)) {
                    TableDigest digest = TableDigest.of(table, folder);
                    tables.add(new TableReport(area + "/" + table.name(), digest.rows(), digest.digest()));
                }
            }
        }
        return tables;
    }
}
