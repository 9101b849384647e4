// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.export.SyntheticRun.row;
import static org.tilik.export.SyntheticRun.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.Digest;
import org.tilik.export.RunFolder;
import org.tilik.export.SyntheticRun;
import org.tilik.export.TableSchema;

/** The files of a bundle as other programs read them, with text in it that means harm. */
class BundleFormatsTest {
    private static final String HTML = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String TURNED = "abc\u202Efdp.exe\u0000\u0007\tx\ny";
    private static final List<String> FORMULAS = List.of("=HYPERLINK(\"http://x.example\")", "+1+1", "-1", "@SUM(A1)");
    private static final String TITLE = "Study \"of\" <b>bold</b> \u202E | =1+1 *x*: #y {z}";

    @TempDir
    private static Path temp;

    private static Path bundle;

    @BeforeAll
    static void exportHostileText() throws IOException, SQLException {
        SyntheticRun run = SyntheticRun.in(temp.resolve("out"));
        run.run().put("title", TITLE);
        run.run()
                .withArray("/inputs")
                .addObject()
                .put("name", HTML + TURNED)
                .put("bytes", 1)
                .put("format", "reddit");
        run.save();
        List<Map<String, Object>> rejects = new ArrayList<>();
        rejects.add(row("source_file", HTML, "detail", TURNED, "reason", "encoding", "record", 1L));
        for (String formula : FORMULAS) {
            rejects.add(row("source_file", formula, "member", "NA", "detail", "'x", "record", (long) rejects.size()));
        }
        Map<String, Object> bounds = share("gone.share_within", "reddit", 24, 0.12345678901234568);
        bounds.put("estimate", null);
        bounds.put("bound_low", 1e-7);
        bounds.put("bound_high", 0.5);
        run.write("release", "rejects", rejects, 1)
                .table("removal_measures", share("gone.share_within", "all", 24, 0.1), bounds)
                .table(
                        "families",
                        row(
                                "size_class",
                                "10-99",
                                "languages",
                                List.of("en", "id"),
                                "first_seen_hour_utc",
                                Instant.parse("2024-06-01T13:00:00Z"),
                                "n_copies",
                                12L));
        bundle = temp.resolve("bundle");
        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(run.folder(), bundle);
    }

    private static List<NamedCsvRecord> csv(String table) throws IOException {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(bundle.resolve("csv/" + table + ".csv"))) {
            return reader.stream().toList();
        }
    }

    private static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(bundle.resolve(file)));
    }

    private static Set<ValidationMessage> problems(String schema, JsonNode document) throws IOException {
        try (InputStream in = BundleFormatsTest.class.getResourceAsStream(schema)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in).validate(document);
        }
    }

    @Test
    void csvHoldsNoControlCharacterAndNoFormula() throws IOException {
        String text = Files.readString(bundle.resolve("csv/rejects.csv"));
        assertThat(text.chars().filter(c -> c != '\n' && Character.isISOControl(c)))
                .isEmpty();
        assertThat(text).doesNotContain("\u202E");
        List<NamedCsvRecord> rows = csv("rejects");
        assertThat(rows).hasSize(1 + FORMULAS.size());
        assertThat(rows.get(0).getField("source_file")).isEqualTo(HTML);
        assertThat(rows.get(0).getField("detail")).isEqualTo("abc\\u202efdp.exe\\u0000\\u0007\\u0009x\\u000ay");
        assertThat(rows.get(0).getField("member")).isEqualTo("NA");
        for (int i = 0; i < FORMULAS.size(); i++) {
            assertThat(rows.get(i + 1).getField("source_file")).isEqualTo("'" + FORMULAS.get(i));
            assertThat(rows.get(i + 1).getField("member")).isEqualTo("'NA");
            assertThat(rows.get(i + 1).getField("detail")).isEqualTo("''x");
        }
    }

    @Test
    void csvHoldsTheNumbersToTheLastDigitAndTimesInUtc() throws IOException {
        List<NamedCsvRecord> rows = csv("removal_measures");
        assertThat(rows.get(0).getField("estimate")).isEqualTo("0.1");
        assertThat(rows.get(1).getField("estimate")).isEqualTo("NA");
        assertThat(Double.parseDouble(rows.get(1).getField("bound_low"))).isEqualTo(1e-7);
        assertThat(Double.parseDouble(rows.get(1).getField("ci_low"))).isEqualTo(0.12345678901234568 - 0.05);
        assertThat(rows.get(0).getField("deadline_hours")).isEqualTo("24");
        assertThat(rows.get(0).getField("suppressed")).isEqualTo("false");
        NamedCsvRecord family = csv("families").get(0);
        assertThat(family.getField("first_seen_hour_utc")).isEqualTo("2024-06-01T13:00:00Z");
        assertThat(family.getField("languages")).isEqualTo("en;id");
    }

    @Test
    void theDataPackageIsValidAndSaysWhatIsThere() throws IOException {
        JsonNode descriptor = json("datapackage.json");
        assertThat(problems("datapackage-profile-2.0.json", descriptor)).isEmpty();
        assertThat(descriptor.path("resources")).hasSize(2 * 3 + 1);
        for (JsonNode resource : descriptor.path("resources")) {
            Path file = bundle.resolve(resource.path("path").asText());
            assertThat(resource.path("bytes").asLong()).isEqualTo(Files.size(file));
            assertThat(resource.path("hash").asText()).isEqualTo("sha256:" + Digest.of(file));
            if (resource.path("format").asText().equals("csv")) {
                List<String> header = List.of(Files.readAllLines(file).get(0).split(",", -1));
                assertThat(resource.at("/schema/fields").findValuesAsText("name"))
                        .isEqualTo(header);
                assertThat(resource.at("/schema/fields"))
                        .allMatch(field -> !field.path("description").asText().isBlank());
            }
        }
        JsonNode families = descriptor.at("/resources/0/schema");
        assertThat(families.at("/uniqueKeys/0").toString()).isEqualTo("[\"size_class\",\"family_id\"]");
        assertThat(families.at("/fields/3/type").asText()).isEqualTo("datetime");
    }

    @Test
    void aWrongDataPackageWouldBeFound() throws IOException {
        JsonNode descriptor = json("datapackage.json");
        ((ObjectNode) descriptor.at("/resources/0")).put("path", "/etc/passwd");

        assertThat(problems("datapackage-profile-2.0.json", descriptor)).isNotEmpty();
    }

    @Test
    void theCitationFileIsValid() throws IOException {
        JsonNode cff = new YAMLMapper().readTree(Files.readString(bundle.resolve("CITATION.cff")));

        assertThat(problems("cff-schema-1.2.0.json", cff)).isEmpty();
        assertThat(cff.path("title").asText()).isEqualTo(TITLE.replace("\u202E", "\\u202e"));
        ((ObjectNode) cff).remove("authors");
        assertThat(problems("cff-schema-1.2.0.json", cff)).isNotEmpty();
    }

    /** The sentences with MUST of https://www.researchobject.org/ro-crate/specification/1.1/ that concern such a crate. */
    @Test
    void theCrateHoldsWhatTheSpecificationDemands() throws IOException {
        JsonNode crate = json("ro-crate-metadata.json");
        assertThat(crate.at("/@context/0").asText()).isEqualTo("https://w3id.org/ro/crate/1.1/context");
        Map<String, JsonNode> entities = new HashMap<>();
        for (JsonNode entity : crate.path("@graph")) {
            assertThat(entity.path("@type").isMissingNode()).isFalse();
            assertThat(entities.put(entity.path("@id").asText(), entity))
                    .as("one entity of an id")
                    .isNull();
        }
        JsonNode descriptor = entities.get("ro-crate-metadata.json");
        assertThat(descriptor.path("@type").asText()).isEqualTo("CreativeWork");
        assertThat(descriptor.at("/about/@id").asText()).isEqualTo("./");
        assertThat(descriptor.at("/conformsTo/@id").asText()).isEqualTo("https://w3id.org/ro/crate/1.1");
        JsonNode root = entities.get("./");
        assertThat(root.path("@type").asText()).isEqualTo("Dataset");
        assertThat(Instant.parse(root.path("datePublished").asText())).isEqualTo("2026-01-02T03:05:06Z");
        assertThat(root.path("name").asText()).isNotBlank();
        assertThat(root.path("description").asText()).isNotBlank();
        assertThat(entities).containsKey(root.at("/license/@id").asText());
        List<String> parts = root.path("hasPart").findValuesAsText("@id");
        assertThat(parts).contains("tables/rejects.parquet", "report.html", "run.json");
        for (String part : parts) {
            assertThat(entities.get(part).path("@type").asText()).isEqualTo("File");
            assertThat(bundle.resolve(part)).isRegularFile();
            assertThat(entities.get(part).path("sha256").asText()).as(part).isEqualTo(Digest.of(bundle.resolve(part)));
        }
        for (JsonNode entity : entities.values()) {
            for (JsonNode link : entity.findParents("@id")) {
                String id = link.path("@id").asText();
                assertThat(entities.containsKey(id) || id.startsWith("https://w3id.org/"))
                        .as(id)
                        .isTrue();
            }
        }
    }

    @Test
    void theCrateSaysWhatWasMadeFromWhat() throws IOException {
        Map<String, JsonNode> entities = new HashMap<>();
        json("ro-crate-metadata.json")
                .path("@graph")
                .forEach(entity -> entities.put(entity.path("@id").asText(), entity));
        JsonNode action = entities.get("#run");
        assertThat(action.path("@type").asText()).isEqualTo("CreateAction");
        assertThat(action.path("endTime").asText()).isEqualTo("2026-01-02T03:05:06Z");
        assertThat(entities.get(action.at("/instrument/@id").asText())
                        .path("version")
                        .asText())
                .isEqualTo("0.4.0");
        assertThat(action.path("object").findValuesAsText("@id")).contains("#study", "#input-1", "#input-2");
        assertThat(entities.get("#input-1").path("name").asText()).isEqualTo("dumps/RC_2024-06.zst");
        assertThat(entities.get("#input-1").path("sha256").asText()).startsWith("dc446bbf0f2b");
        assertThat(entities.get("#input-1").path("contentSize").asText()).isEqualTo("72608");
        assertThat(action.path("result").findValuesAsText("@id")).contains("tables/removal_measures.parquet");
    }

    @Test
    void jsonFilesAreWrittenInLettersThatNoDisplayTurnsAround() throws IOException {
        for (String file : List.of("run.json", "datapackage.json", "ro-crate-metadata.json")) {
            assertThat(Files.readString(bundle.resolve(file)).chars())
                    .as(file)
                    .allMatch(c -> c == '\n' || (c >= ' ' && c < 127));
        }
        assertThat(json("run.json").path("title").asText()).isEqualTo(TITLE);
    }

    @Test
    void pagesInMarkdownFollowNoHostileText() throws IOException {
        for (String file : List.of("README.md", "DATA_DICTIONARY.md")) {
            assertThat(Files.readString(bundle.resolve(file)))
                    .as(file)
                    .doesNotContain("<b>", "<script", "\u202E", "*x*");
        }
        assertThat(Files.readString(bundle.resolve("README.md"))).startsWith("# Study \"of\" &lt;b&gt;bold&lt;/b&gt; ");
    }

    @Test
    void theWorkbookOpensInAnotherProgram() throws IOException {
        try (Workbook workbook = open(bundle.resolve("tables.xlsx"))) {
            List<String> sheets = new ArrayList<>();
            workbook.forEach(sheet -> sheets.add(sheet.getSheetName()));
            assertThat(sheets).containsExactly("data_dictionary", "metrics", "families", "rejects", "removal_measures");
            for (Sheet sheet : workbook) {
                assertThat(sheet.getPaneInformation().isFreezePane())
                        .as(sheet.getSheetName())
                        .isTrue();
                assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow())
                        .isEqualTo((short) 1);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType())
                                .isNotEqualTo(CellType.FORMULA)
                                .isNotEqualTo(CellType.ERROR);
                    }
                }
            }
            Sheet measures = workbook.getSheet("removal_measures");
            int estimate = column(measures, "estimate");
            assertThat(measures.getRow(1).getCell(estimate).getNumericCellValue())
                    .isEqualTo(0.1);
            assertThat(measures.getRow(2).getCell(estimate)).as("absent").isNull();
            Sheet rejects = workbook.getSheet("rejects");
            assertThat(rejects.getRow(1).getCell(0).getStringCellValue()).isEqualTo(HTML);
            assertThat(rejects.getRow(2).getCell(0).getStringCellValue()).isEqualTo("'" + FORMULAS.get(0));
            Sheet families = workbook.getSheet("families");
            Cell time = families.getRow(1).getCell(column(families, "first_seen_hour_utc"));
            assertThat(time.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2024, 6, 1, 13, 0));
        }
    }

    @Test
    void theDictionaryNamesEveryColumnAndEveryMetricOfTheBundle() throws IOException {
        try (Workbook workbook = open(bundle.resolve("tables.xlsx"))) {
            List<String> columns = new ArrayList<>();
            workbook.getSheet("data_dictionary")
                    .forEach(row -> columns.add(row.getCell(0).getStringCellValue() + "."
                            + (row.getCell(1) == null ? "" : row.getCell(1).getStringCellValue())));
            for (String table : List.of("families", "rejects", "removal_measures")) {
                for (String column : TableSchema.find(table).orElseThrow().columnNames()) {
                    assertThat(columns).contains(table + "." + column);
                }
            }
            Row metric = workbook.getSheet("metrics").getRow(1);
            assertThat(metric.getCell(0).getStringCellValue()).isEqualTo("gone.share_within");
            assertThat(metric.getCell(8).getStringCellValue()).contains("doi:");
            assertThat(workbook.getSheet("metrics").getLastRowNum()).isEqualTo(1);
        }
        assertThat(Files.readString(bundle.resolve("DATA_DICTIONARY.md")))
                .contains(
                        "### removal_measures",
                        "| `bound_low` | number | see unit | yes |",
                        "### gone.share_within",
                        "* Formula: ");
    }

    @Test
    void aTableThatNoSheetCanHoldIsNamedAndNotCutOff() throws IOException {
        try (RunFolder opened = RunFolder.open(bundle)) {
            Path file = temp.resolve("small.xlsx");
            new TableWorkbook(opened, Glossary.of(opened, MetricRegistry.delivered()), 4).write(file);
            try (Workbook workbook = open(file)) {
                assertThat(workbook.getSheet("rejects").getLastRowNum()).isEqualTo(1);
                assertThat(workbook.getSheet("rejects").getRow(1).getCell(0).getStringCellValue())
                        .isEqualTo("This table has 5 rows, more than a sheet can hold (4). It is in csv/rejects.csv and"
                                + " tables/rejects.parquet.");
                assertThat(workbook.getSheet("removal_measures").getLastRowNum())
                        .isEqualTo(2);
            }
        }
    }

    /** For reading only: this library writes back what it closes. */
    private static Workbook open(Path file) throws IOException {
        return WorkbookFactory.create(file.toFile(), null, true);
    }

    private static int column(Sheet sheet, String name) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(name)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + name);
    }
}
