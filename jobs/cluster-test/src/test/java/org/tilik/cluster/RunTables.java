// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;
import org.tilik.pipeline.table.TableReader;

/** Looks at what a run has left on disk. */
final class RunTables {
    private static final List<String> AREAS = List.of("restricted", "release");

    private RunTables() {}

    /** By area and name, the digest of every finished table of a run. */
    static Map<String, TableDigest> digests(Path output) throws IOException {
        Map<String, TableDigest> digests = new TreeMap<>();
        for (String area : AREAS) {
            for (Table<?> table : Table.all()) {
                Path folder = output.resolve(area).resolve(table.name());
                if (TableManifest.isFinished(flink(folder))) {
                    digests.put(area + "/" + table.name(), TableDigest.of(table, flink(folder)));
                }
            }
        }
        return digests;
    }

    /** By area and name, the rows of every finished table of a run without these columns, sorted. */
    static Map<String, List<String>> rows(Path output, Set<String> without) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String area : AREAS) {
            for (Table<?> table : Table.all()) {
                Path folder = output.resolve(area).resolve(table.name());
                if (TableManifest.isFinished(flink(folder))) {
                    tables.put(area + "/" + table.name(), rows(table, folder, without));
                }
            }
        }
        return tables;
    }

    private static <R extends Record> List<String> rows(Table<R> table, Path folder, Set<String> without)
            throws IOException {
        Set<String> columns = new HashSet<>();
        table.schema().file().getFields().forEach(column -> columns.add(column.name()));
        columns.removeAll(without);
        List<String> rows = new ArrayList<>();
        TableReader.forEach(table, flink(folder), columns, row -> rows.add(row.toString()));
        Collections.sort(rows);
        return rows;
    }

    /** By path, the SHA-256 that the manifest states of each file of a table. */
    static Map<String, String> stated(Path table) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (TableFile file : TableManifest.read(flink(table)).files()) {
            hashes.put(file.path, file.sha256);
        }
        return hashes;
    }

    /** By path, the SHA-256 of each Parquet file that lies in the folder of a table, listed or not. */
    static Map<String, String> lying(Path table) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : files(table)) {
            if (file.toString().endsWith(".parquet")) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(table.relativize(file).toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }

    /** All files below a folder, without those that go away while it is read. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return files;
    }

    /** The path as Flink's file systems name it. */
    static org.apache.flink.core.fs.Path flink(Path path) {
        return new org.apache.flink.core.fs.Path(path.toAbsolutePath().toUri());
    }
}
