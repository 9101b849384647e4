// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.Faults;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.pipeline.table.Table;

/** A study that drops text has its words labelled first, and nowhere afterwards. */
class DropTextIT {
    @TempDir
    private static Path temp;

    @Test
    void textIsThereUntilItIsLabelledAndNowhereAfterwards() throws IOException {
        SimulatedWorld world = SimulatedWorld.write(
                temp.resolve("world"),
                WorldSettings.reddit(6, 120).with().faults(Faults.NONE).build());
        Output kept = new Output(temp.resolve("kept"));
        Invocation.succeeding("run", world.study(), "--output", kept.toString(), "--parallelism", "2");
        String study = world.study("dropping.yaml", text -> text.replace("k: 10", "k: 10, drop_text: true"));
        Output output = new Output(temp.resolve("out"));
        Path texts = output.folder().resolve("work/items");

        Invocation.succeeding("ingest", study, "--output", output.toString(), "--parallelism", "2");
        assertThat(texts.resolve("_SUCCESS")).exists();
        assertThat(output.folder().resolve("work/captures")).isEmptyDirectory();
        Invocation.succeeding("classify", study, "--output", output.toString(), "--parallelism", "2");
        assertThat(texts).doesNotExist();

        assertThat(output.rows(Table.ITEMS))
                .hasSameSizeAs(kept.rows(Table.ITEMS))
                .allSatisfy(row -> assertThat(row.text()).isNull());
        assertThat(kept.rows(Table.ITEMS)).anyMatch(row -> row.text() != null);
        assertThat(output.rows(Table.LABELS).stream().map(row -> row.itemKey() + row.label() + row.familyId()))
                .containsExactlyInAnyOrderElementsOf(kept.rows(Table.LABELS).stream()
                        .map(row -> row.itemKey() + row.label() + row.familyId())
                        .toList());
        Invocation.of("classify", study, "--output", output.toString())
                .failsWith(1, "are deleted", "privacy.drop_text", "Its tables stand");
        Invocation.succeeding("removal", study, "--output", output.toString(), "--parallelism", "2");
        assertThat(Files.exists(output.folder().resolve("release/removal_measures/_SUCCESS")))
                .isTrue();
    }
}
