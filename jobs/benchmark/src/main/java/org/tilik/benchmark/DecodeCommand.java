// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run decode}: from the dump to Parquet. */
@Command(name = "decode", description = "Compare decoding into zstd Parquet, on one and two cores.")
final class DecodeCommand implements Callable<Integer> {
    @Mixin
    private ComparisonOptions options;

    @Override
    public Integer call() throws Exception {
        Path folder = options.folder();
        List<Contender> contenders = new ArrayList<>();
        for (int threads : options.threads()) {
            Path dump = GeneratedDump.ordinary(folder);
            contenders.add(DuckDb.contender("DuckDB", "decode.sql", threads, dump, folder));
            contenders.add(tilik("Tilik without Flink", threads, dump, folder));
            contenders.add(TilikJob.decode(threads, folder));
            contenders.add(Python.contender(threads, dump, folder));
        }
        int threads = options.threads().get(0);
        Path dump = GeneratedDump.longWindow(folder);
        contenders.add(DuckDb.contender("DuckDB, 2 GiB window", "decode.sql", threads, dump, folder));
        contenders.add(tilik("Tilik without Flink, 2 GiB window", threads, dump, folder));
        options.compare("decode", "DuckDB", contenders);
        return 0;
    }

    private static Contender tilik(String name, int threads, Path dump, Path folder) {
        Path output = folder.resolve("out-plain");
        return Contender.java(name, threads, TilikWithoutFlink.class, output, dump, output, threads);
    }
}
