// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.core.fs.Path;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;
import org.tilik.pipeline.table.ParquetCells;
import org.tilik.pipeline.table.TableManifest;

/**
 * Reads lifetimes of items from a CSV, a Parquet file or the folder of a finished table, in hours.
 *
 * <p>Each row says that an item was under observation from {@code entry}, still visible at {@code lower} and gone at
 * {@code upper}: equal = an exact time, upper empty = not seen gone. What went without a cause went by the cause
 * {@value #UNKNOWN}, where the file has causes. What is impossible ends the reading with a message that names the row.
 */
public final class LifetimeFile {
    /** The cause of what went by nobody knows what, and the stratum of rows that name none. */
    public static final String UNKNOWN = "unknown";
    /** Name of the only group where there are no strata. */
    public static final String ALL = "all";

    private static final String PARQUET = ".parquet";

    private final String name;
    private final LifetimeColumns asked;

    /** A file of this name, a path or URI, with these columns. */
    public LifetimeFile(String name, LifetimeColumns asked) {
        this.name = name;
        this.asked = asked;
    }

    /** All rows, those of the same group together. */
    public Lifetimes read() {
        // A first reading for the names of the causes spares holding every row twice.
        TreeSet<String> causes = new TreeSet<>();
        forEach(true, row -> {
            if (row.cause() != null) {
                causes.add(row.cause());
            }
        });
        List<String> names = List.copyOf(causes);
        Map<String, Integer> families = new HashMap<>();
        Map<String, RemovalDataBuilder> builders = new TreeMap<>();
        long leftOut = forEach(
                false,
                row -> builders.computeIfAbsent(row.stratum(), key -> RemovalData.builder(names))
                        .add(
                                row.entry(),
                                row.lower(),
                                row.upper(),
                                row.cause() == null ? 0 : names.indexOf(row.cause()) + 1,
                                row.weight(),
                                row.family() == null
                                        ? -1
                                        : families.computeIfAbsent(row.family(), key -> families.size())));
        if (builders.isEmpty()) {
            throw RunError.study(name
                    + (leftOut > 0
                            ? " has no row with the values that --where asks for."
                            : " holds no row below its header."));
        }
        TreeMap<String, RemovalData> strata = new TreeMap<>();
        builders.forEach((stratum, builder) -> strata.put(stratum, builder.build()));
        return new Lifetimes(strata, names, leftOut);
    }

    /** Hands over every row that is asked for, or none where only causes are needed and there are none to read. */
    private long forEach(boolean onlyCauses, Consumer<Lifetime> use) {
        long leftOut = 0;
        try {
            for (Path file : files()) {
                leftOut += isParquet(file) ? stored(file, onlyCauses, use) : csv(file, onlyCauses, use);
            }
        } catch (IOException | CsvParseException e) {
            throw RunError.study(
                    name + " cannot be read: " + e.getMessage()
                            + ". Expected a CSV with a header, a Parquet file, or the folder of a finished table.",
                    e);
        }
        return leftOut;
    }

    private List<Path> files() throws IOException {
        Path path = new Path(StudyPaths.absolute(name));
        if (!path.getFileSystem().exists(path)) {
            throw RunError.study("There is no file " + name + "; expected a CSV with the columns lower and upper.");
        }
        return path.getFileSystem().getFileStatus(path).isDir()
                ? TableManifest.read(path).files().stream()
                        .map(file -> new Path(path, file.path))
                        .toList()
                : List.of(path);
    }

    private static boolean isParquet(Path file) {
        return file.getName().toLowerCase(Locale.ROOT).endsWith(PARQUET);
    }

    private long stored(Path path, boolean onlyCauses, Consumer<Lifetime> use) throws IOException {
        ParquetCells file = new ParquetCells(path);
        try (Cells cells = new StoredCells(file)) {
            Lifetime.Reading reading = reading(file.columns());
            file.choose(reading.chosen());
            return forEach(cells, reading, onlyCauses, use);
        }
    }

    private long csv(Path path, boolean onlyCauses, Consumer<Lifetime> use) throws IOException {
        try (CsvCells cells = new CsvCells(path.getFileSystem().open(path))) {
            Lifetime.Reading reading = reading(cells.columns());
            cells.choose(reading.chosen());
            return forEach(cells, reading, onlyCauses, use);
        }
    }

    private Lifetime.Reading reading(List<String> columns) {
        Lifetime.Reading reading = new Lifetime.Reading(name, asked.in(columns));
        RunError missing = reading.missing(columns);
        if (missing != null) {
            throw missing;
        }
        return reading;
    }

    private static long forEach(Cells cells, Lifetime.Reading reading, boolean onlyCauses, Consumer<Lifetime> use)
            throws IOException {
        long leftOut = 0;
        while ((!onlyCauses || reading.tellsCauses()) && cells.next()) {
            if (reading.wants(cells)) {
                use.accept(reading.of(cells));
            } else {
                leftOut++;
            }
        }
        return leftOut;
    }
}
