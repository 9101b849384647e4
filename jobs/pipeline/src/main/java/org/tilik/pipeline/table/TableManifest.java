// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Which files make up a table: {@code _manifest.json}, followed by an empty {@code _SUCCESS}.
 *
 * <p>Readers take the files named here and no others, so that what a failed attempt left behind is never read. A table
 * without {@code _SUCCESS} is not finished.
 *
 * @param table name of the table
 * @param runId run that wrote it
 * @param files its files, sorted by path
 */
public record TableManifest(
        String table, @JsonProperty("run_id") String runId, List<TableFile> files) {
    private static final String MANIFEST = "_manifest.json";
    private static final String SUCCESS = "_SUCCESS";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Sorts the files, so that the same table has the same manifest. */
    public TableManifest {
        files = files.stream()
                .sorted(Comparator.comparing((TableFile file) -> file.path))
                .toList();
    }

    /** Rows in all files. */
    public long rows() {
        return files.stream().mapToLong(file -> file.rows).sum();
    }

    /** Whether the table in this folder is finished. */
    public static boolean isFinished(Path folder) throws IOException {
        Path mark = new Path(folder, SUCCESS);
        return mark.getFileSystem().exists(mark);
    }

    /** When the table in this folder was finished, in milliseconds since 1970. */
    public static long finishedAtMillis(Path folder) throws IOException {
        Path mark = new Path(folder, SUCCESS);
        return mark.getFileSystem().getFileStatus(mark).getModificationTime();
    }

    /** Withdraws the success mark and the manifest before a table is written anew. */
    public static void withdraw(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        files.delete(new Path(folder, SUCCESS), false);
        files.delete(new Path(folder, MANIFEST), false);
    }

    /** The manifest of the finished table in this folder. */
    public static TableManifest read(Path folder) throws IOException {
        if (!isFinished(folder)) {
            throw new FileNotFoundException("No finished table in " + folder + ": " + SUCCESS + " is missing. Run the"
                    + " job that writes it, or point to the output folder of a run that ended well.");
        }
        Path path = new Path(folder, MANIFEST);
        try (FSDataInputStream in = path.getFileSystem().open(path)) {
            return JSON.readValue(in, TableManifest.class);
        }
    }

    /** Writes the manifest, then the mark: what has the mark is whole. */
    public void write(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        files.mkdirs(folder);
        try (FSDataOutputStream out = files.create(new Path(folder, MANIFEST), FileSystem.WriteMode.OVERWRITE)) {
            out.write(JSON.writeValueAsBytes(this));
        }
        files.create(new Path(folder, SUCCESS), FileSystem.WriteMode.OVERWRITE).close();
    }
}
