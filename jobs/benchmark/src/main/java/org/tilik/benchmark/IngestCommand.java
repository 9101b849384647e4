// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run ingest}: from the dump to sorted tables of items and observations. */
@Command(name = "ingest", description = "Compare whole ingests, on one and two cores.")
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private ComparisonOptions options;

    @Override
    public Integer call() throws Exception {
        Path folder = options.folder();
        Path dump = GeneratedDump.ordinary(folder);
        List<Contender> contenders = new ArrayList<>();
        for (int threads : options.threads()) {
            contenders.add(DuckDb.contender("DuckDB, distinct and sorted", "distinct.sql", threads, dump, folder));
            contenders.add(DuckDb.contender("DuckDB, equal tables", "tables.sql", threads, dump, folder));
            contenders.add(TilikJob.ingest(threads, folder));
        }
        options.compare("ingest", "DuckDB, equal tables", contenders);
        return 0;
    }
}
