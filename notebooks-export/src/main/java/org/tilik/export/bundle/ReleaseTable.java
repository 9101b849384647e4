// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.util.ArrayList;
import java.util.List;
import org.tilik.export.ExportError;
import org.tilik.export.RunFolder;
import org.tilik.export.TableFiles;
import org.tilik.export.TableSchema;

/** A table that may be published and has been looked at: of this run, whole, unchanged, and with no column too many. */
record ReleaseTable(TableSchema schema, TableFiles files) {

    /** The finished tables of an output folder. */
    static List<ReleaseTable> of(RunFolder output) {
        List<ReleaseTable> tables = new ArrayList<>();
        for (TableFiles files : output.tables().values()) {
            TableSchema schema = TableSchema.find(files.name())
                    .filter(TableSchema::isRelease)
                    .orElseThrow(() -> ExportError.usage("release/" + files.name() + " in " + output.folder()
                            + " is no table that this version of Tilik knows as one to be published. Export with the"
                            + " version that made it (" + output.run().toolVersion()
                            + "), or take the folder away if it is not Tilik's."));
            ReleaseTable table = new ReleaseTable(schema, files);
            table.checkRun(output);
            files.checkUnchanged();
            table.checkColumns(output);
            tables.add(table);
        }
        return List.copyOf(tables);
    }

    String name() {
        return files.name();
    }

    private void checkRun(RunFolder output) {
        if (!files.runId().equals(output.run().runId())) {
            throw ExportError.usage("release/" + name() + " in " + output.folder() + " is of run " + files.runId()
                    + ", but run.json is of run " + output.run().runId()
                    + "; tables of two runs are not put together. Run the study again with 'tilik run'.");
        }
    }

    private void checkColumns(RunFolder output) {
        if (files.files().isEmpty()) {
            return;
        }
        List<String> found = output.query(
                "SELECT column_name FROM (DESCRIBE release." + RunFolder.quoted(name()) + ")",
                row -> row.text("column_name"));
        if (!found.equals(schema.columnNames())) {
            throw ExportError.usage("release/" + name() + " in " + output.folder() + " has the columns " + found
                    + ", expected " + schema.columnNames()
                    + ". Nothing is published whose meaning is not stated: export with the version that made it ("
                    + output.run().toolVersion() + ").");
        }
    }
}
