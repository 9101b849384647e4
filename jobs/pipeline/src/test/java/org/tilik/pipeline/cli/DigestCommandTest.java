// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.RejectRow;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFileWriter;
import org.tilik.pipeline.table.TableManifest;

class DigestCommandTest {
    @TempDir
    Path temp;

    private void write(String area, long count) throws IOException {
        org.apache.flink.core.fs.Path folder =
                new org.apache.flink.core.fs.Path("file:" + temp.resolve(area).resolve("rejects"));
        try (TableFileWriter<RejectRow> file = new TableFileWriter<>(Table.REJECTS, folder, "part.parquet")) {
            file.write(new RejectRow("a.json", "", 1, "encoding", count, 0, "", "run"));
            new TableManifest("rejects", "run", List.of(file.finish())).write(folder);
        }
    }

    @Test
    void everyFinishedTableHasADigestThatTellsItsRows() throws IOException {
        write("release", 5);
        write("restricted", 6);
        write("work", 7);

        CommandRun run = CommandRun.of("digest", temp.toString(), "--json");

        assertThat(run.code()).isZero();
        JsonNode tables = new ObjectMapper().readTree(run.out());
        assertThat(tables).hasSize(2);
        assertThat(tables.at("/0/name").textValue()).isEqualTo("restricted/rejects");
        assertThat(tables.at("/1/name").textValue()).isEqualTo("release/rejects");
        assertThat(tables.at("/1/rows").asLong()).isOne();
        assertThat(tables.at("/1/digest").textValue())
                .hasSize(64)
                .isNotEqualTo(tables.at("/0/digest").textValue());
        assertThat(CommandRun.of("digest", temp.toString()).out())
                .contains("release/rejects")
                .contains(tables.at("/1/digest").textValue());
    }

    @Test
    void aFolderWithoutTablesIsAnError() {
        CommandRun run = CommandRun.of("digest", temp.toString());

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("There is no finished table in " + temp);
    }
}
