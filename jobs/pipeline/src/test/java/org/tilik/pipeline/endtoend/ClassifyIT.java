// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.Faults;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.FamilyMemberRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.audit.AuditSheet;
import org.tilik.pipeline.classify.ConstantModel;
import org.tilik.pipeline.table.Table;

/** A study that tracks by label, from dumps to numbers and to the sheet for coders; its model calls every text hateful. */
class ClassifyIT {
    @TempDir
    private static Path temp;

    private static SimulatedWorld world;
    private static String study;
    private static Output output;
    private static Invocation run;

    @BeforeAll
    static void runTrackingByLabel() throws IOException {
        world = SimulatedWorld.write(
                temp.resolve("world"),
                WorldSettings.reddit(8, 300).with().faults(Faults.NONE).build());
        Path model = ConstantModel.write(world.folder().resolve("models/constant"), 1);
        Files.writeString(model.resolve("metrics.json"), """
                {"metrics": [{"group_by": "language", "group": "id", "head": "hateful", "texts": 2700,
                              "precision": 0.71, "recall": 0.66}]}
                """);
        study = world.study(
                "labels.yaml",
                text -> text.replace("track: {all: true}", "track: {labels: {hateful: 0.7}}\nmodel: models/constant")
                        .replace("strata: [platform, kind]", "strata: [language]"));
        output = new Output(temp.resolve("out"));
        run = Invocation.succeeding("run", study, "--output", output.toString(), "--parallelism", "2");
    }

    @Test
    void whatHasTextIsTrackedByItsLabelFromItsFirstCaptureOn() throws IOException {
        Map<String, ItemRow> items = new HashMap<>();
        output.rows(Table.ITEMS).forEach(row -> items.put(row.itemKey(), row));
        for (LabelRow row : output.rows(Table.LABELS)) {
            boolean hasText = items.get(row.itemKey()).text() != null;
            assertThat("label".equals(row.trackedBy())).isEqualTo(hasText);
            assertThat(row.isFollowedFromStart()).isFalse();
            assertThat(row.scoreHateful() == null).isEqualTo(!hasText);
        }
        List<EpisodeRow> measured = output.rows(Table.EPISODES).stream()
                .filter(row -> row.status().equals("measured"))
                .toList();
        assertThat(measured).isNotEmpty().allSatisfy(row -> {
            ItemRow item = items.get(row.itemKey());
            double captured = ChronoUnit.MICROS.between(item.postedAtUtc(), item.enteredAtUtc()) / 3600e6;
            assertThat(row.entryHours()).as("entry is never 0 by label").isEqualTo(captured);
        });
    }

    @Test
    void numbersSayThatAClassifierSelectedAndWhich() throws IOException {
        String model = output.runJson().get("model_id").asText();
        assertThat(model).matches("constant-[0-9a-f]{8}");
        assertThat(output.rows(Table.REMOVAL_MEASURES))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.modelId()).isEqualTo(model))
                .extracting(RemovalMeasureRow::correctionMethod)
                .contains("classifier-tracked items")
                .doesNotContain("none");
        assertThat(output.runJson().get("classify").get("texts_scored").asLong())
                .isPositive();
    }

    @Test
    void copiesOfATextMakeIntervalsOfFamilies() throws IOException {
        List<FamilyMemberRow> members = output.rows(Table.FAMILY_MEMBERS);
        assertThat(members).extracting(FamilyMemberRow::joinedBy).contains("text", "near_text");
        assertThat(members.stream().filter(row -> row.joinedBy().equals("near_text")))
                .allSatisfy(row -> assertThat(row.variantKey()).matches("[0-9a-f]{32}"));
        JsonNode counts = output.runJson().get("classify");
        assertThat(counts.get("family_members").asLong()).isEqualTo(members.size());
        assertThat(counts.get("families.similarity_0.7").asLong()).isPositive();
        assertThat(counts.get("largest_family").asLong())
                .isBetween(
                        counts.get("largest_family.similarity_0.9").asLong(),
                        counts.get("largest_family.similarity_0.7").asLong());
        assertThat(output.rows(Table.REMOVAL_MEASURES))
                .filteredOn(row -> row.stratumBy().equals("all") && row.nItems() != null)
                .filteredOn(row ->
                        row.metricId().startsWith("gone.") || row.metricId().startsWith("visible."))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.nEffective()).isLessThan(row.nItems().doubleValue()));
    }

    @Test
    void prevalenceStandsInTheSummaryWithTheErrorOfTheModel() throws IOException {
        PrevalenceRow hateful = output.rows(Table.PREVALENCE).stream()
                .filter(row ->
                        row.stratumBy().equals("all") && "hateful".equals(row.label()) && row.threshold() == null)
                .findFirst()
                .orElseThrow();

        assertThat(hateful.estimate()).isEqualTo(1);
        assertThat(run.out())
                .contains("What the model constant-", "uncorrected")
                .contains("precision 0.71, recall 0.66 (2,700 test texts)")
                .contains("the model's error in this language is not known");
    }

    @Test
    void theSampleGoesToCodersAndComesBackWithTheirAgreement() throws IOException {
        Path sheet = temp.resolve("sheet.csv");
        Invocation sample =
                Invocation.succeeding("audit-sample", output.toString(), "-n", "40", "--out", sheet.toString());
        assertThat(sample.out()).contains("40 items of", "hand it to coders only");
        Invocation.of("audit-sample", output.toString(), "--out", sheet.toString())
                .failsWith(1, "is there already", "what coders wrote");
        Path anna = coded(sheet, "anna", 4);
        Path budi = coded(sheet, "budi", 5);

        Path audit = temp.resolve("audit.csv");
        Invocation agreement =
                Invocation.succeeding("agreement", anna.toString(), budi.toString(), "--audit", audit.toString());
        assertThat(agreement.out()).contains("40 of them coded by several; coders: anna, budi");
        assertThat(agreement.out()).containsPattern("Krippendorff's alpha \\(nominal\\) 0\\.\\d{3} \\(95 % interval");
        assertThat(Files.readAllLines(audit))
                .hasSize(81)
                .startsWith("item_key,label,coder,inclusion_probability,stratum");
        Invocation.of("agreement", anna.toString(), anna.toString())
                .failsWith(1, "the coder anna has coded item", "row 2");
    }

    /** The sheet as a coder returns it who calls every n-th item hateful. */
    private static Path coded(Path sheet, String coder, int n) throws IOException {
        Path file = temp.resolve(coder + ".csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(sheet);
                CsvWriter out = CsvWriter.builder().build(file)) {
            out.writeRecord(AuditSheet.COLUMNS);
            int number = 0;
            for (NamedCsvRecord row : rows) {
                String label = number++ % n == 0 ? "hateful" : "none";
                out.writeRecord(AuditSheet.COLUMNS.stream()
                        .map(column -> switch (column) {
                            case "label" -> label;
                            case "coder" -> coder;
                            default -> row.getField(column);
                        })
                        .toList());
            }
        }
        return file;
    }

    @Test
    void anotherModelIsAnotherRun() throws IOException {
        ConstantModel.write(world.folder().resolve("models/other"), 2);
        String other = world.study(
                "other.yaml", text -> text.replace("track: {all: true}", "track: {all: true}\nmodel: models/other"));
        String none =
                world.study("none.yaml", text -> text.replace("track: {all: true}", "track: {all: true}\nmodel: none"));
        Output first = new Output(temp.resolve("first"));
        Output second = new Output(temp.resolve("second"));
        Invocation.succeeding("ingest", other, "--output", first.toString(), "--parallelism", "2");
        Invocation.succeeding("ingest", none, "--output", second.toString(), "--parallelism", "2");

        assertThat(first.runJson().get("run_id")).isNotEqualTo(second.runJson().get("run_id"));
        assertThat(second.runJson().get("model_id").isNull()).isTrue();
        Invocation.of("removal", other, "--output", first.toString())
                .failsWith(1, "There is no finished table of labels", "tilik classify");
    }
}
