// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.pipeline.models.ModelCard;
import picocli.CommandLine;

/** The commands {@code train}, {@code evaluate} and {@code classify-text}, around one small model. */
class ModelCommandsTest {
    private static final String HEADER =
            "id\tlanguage\tlanguage_confidence\tlabel\thateful\toffensive\tcounter\textremist_support";

    @TempDir
    static Path temp;

    private static Path texts;
    private static Path taxonomy;
    private static Path functionalTests;
    private static Path model;
    private static CommandRun training;

    @BeforeAll
    static void aModelIsTrained() throws IOException {
        texts = SmallModel.writeTexts(temp.resolve("texts.tsv"));
        taxonomy = SmallModel.writeTaxonomy(temp.resolve("taxonomy"));
        functionalTests = temp.resolve("functional-tests");
        Path everydayTests = Files.createDirectories(functionalTests.resolve("everyday"));
        SmallModel.writeGrammar(functionalTests.resolve("en.txt"));
        SmallModel.writeEverydayGrammar(everydayTests.resolve("en.txt"));
        model = temp.resolve("models/verbs");
        training = train(model, "P,NC");
    }

    private static CommandRun train(Path out, String tiers) {
        return CommandRun.of(
                "train",
                texts.toString(),
                "--out",
                out.toString(),
                "--taxonomy",
                taxonomy.toString(),
                "--functional-tests",
                functionalTests.toString(),
                "--tiers",
                tiers);
    }

    /** Runs classify-text with this standard input. */
    private static CommandRun classify(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        ClassifyTextCommand command =
                new ClassifyTextCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        int code = new CommandLine(command)
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new FailurePrinter())
                .execute(args);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    private static CommandRun classify(String input) {
        return classify(input, "--model", model.toString());
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static JsonNode row(JsonNode metrics, String head, String groupBy, String group) {
        return StreamSupport.stream(metrics.spliterator(), false)
                .filter(each -> each.path("head").asText().equals(head)
                        && each.path("group_by").asText().equals(groupBy)
                        && each.path("group").asText().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void trainingWritesAModelAndWhatIsKnownOfIt() throws IOException {
        assertThat(training.err()).contains("texts to learn from", "epoch 1 of");
        assertThat(training.code()).isZero();
        assertThat(training.out()).matches("verbs-[0-9a-f]{8} is in .*models.verbs\\R");
        assertThat(model.resolve(ModelCard.NAME)).content().contains("verbs", "P, NC", "cold", "warm", "| en | 60 | ");
        JsonNode metrics = json(model.resolve("metrics.json"));
        assertThat(metrics.path("model").asText()).isEqualTo("verbs");
        assertThat(metrics.path("tiers")).extracting(JsonNode::asText).containsExactly("P", "NC");
        assertThat(metrics.path("labelled_file_sha256").asText()).hasSize(64);
        assertThat(metrics.path("taxonomy_sha256").asText()).hasSize(64);
        assertThat(metrics.path("settings").path("seed").isNumber()).isTrue();
        assertThat(metrics.path("training_texts").path("sim-verbs").asInt()).isEqualTo(80);
        assertThat(row(metrics.path("metrics"), "hateful", "language", "en")
                        .path("auc")
                        .asDouble())
                .isGreaterThan(0.9);
        assertThat(row(metrics.path("baseline_metrics"), "hateful", "all", "all")
                        .path("texts")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void theSameTextsGiveTheSameFilesAndOtherTiersOthers() throws IOException {
        Path again = temp.resolve("again/verbs");
        Path permissive = temp.resolve("permissive/verbs");

        assertThat(train(again, "p,nc").code()).isZero();
        assertThat(train(permissive, "P").code()).isZero();

        assertThat(again.resolve("model.bin")).hasSameBinaryContentAs(model.resolve("model.bin"));
        assertThat(again.resolve("metrics.json")).hasSameBinaryContentAs(model.resolve("metrics.json"));
        assertThat(Files.mismatch(permissive.resolve("model.bin"), model.resolve("model.bin")))
                .isNotNegative();
        assertThat(json(permissive.resolve("metrics.json"))
                        .path("training_texts")
                        .path("sim-verbs")
                        .asInt())
                .isLessThan(80);
    }

    @Test
    void linesAreLabelledInTheirOrder() {
        CommandRun run =
                classify("z9\tWe SHUN the Ostrans today\na\tWe thank the Hillfolk at the market\nz9\t\n\nb\tx\ty\n");
        List<String> lines = run.out().lines().toList();

        assertThat(run.code()).isZero();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(lines).extracting(line -> line.split("\t", -1)[0]).containsExactly("id", "z9", "a", "z9", "b");
        assertThat(lines).allMatch(line -> line.split("\t", -1).length == 8);
        double cold = Double.parseDouble(lines.get(1).split("\t", -1)[4]);
        double warm = Double.parseDouble(lines.get(2).split("\t", -1)[4]);
        assertThat(cold).isGreaterThan(warm);
        assertThat(lines.get(3)).isEqualTo("z9\tund\t0.000000\tnone\t0.000000\t0.000000\t0.000000\t0.000000");
    }

    @Test
    void tabsBehindTheFirstBelongToTheText() {
        String tabs = classify("a\tWe avoid\tthe Ostrans\ttoday\n").out();
        String blanks = classify("a\tWe avoid the Ostrans today\n").out();

        assertThat(tabs.lines().toList().get(1).split("\t", -1)[4])
                .isEqualTo(blanks.lines().toList().get(1).split("\t", -1)[4]);
    }

    @Test
    void textsComeFromAFileOrFromTheInput() throws IOException {
        String lines = "ü1\tمدينة البحر 😀\nü2\tWe greet the Ostrans\n";
        Path file = Files.writeString(temp.resolve("posts.tsv"), lines);

        CommandRun run = classify("", file.toString(), "--model", model.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(classify(lines).out()).contains("\nü2\ten\t");
        assertThat(classify(lines, "-", "--model", model + "/").out()).isEqualTo(run.out());
    }

    @Test
    void aLineWithoutTabEndsWithOneBehindTheLinesBeforeIt() {
        CommandRun run = classify("a\tWe greet the Ostrans\nno tab here\nb\tmore\n");

        assertThat(run.code()).isOne();
        assertThat(run.err()).startsWith("tilik: Line 2 of the input has no tab; expected id, tab, text.");
        assertThat(run.out().lines().toList()).hasSize(2);
    }

    @Test
    void aMissingOrDamagedModelEndsWithOne() throws IOException {
        CommandRun unknown = classify("a\tx\n", "--model", "nonsense");
        CommandRun missing =
                classify("a\tx\n", "--model", temp.resolve("nowhere").toString());
        Path damaged = Files.createDirectories(temp.resolve("damaged"));
        byte[] bytes = Files.readAllBytes(model.resolve("model.bin"));
        Files.write(damaged.resolve("model.bin"), Arrays.copyOf(bytes, bytes.length / 2));
        CommandRun cut = classify("a\tx\n", "--model", damaged.toString());

        assertThat(List.of(unknown.code(), missing.code(), cut.code())).containsOnly(1);
        assertThat(unknown.err()).contains("There is no model \"nonsense\"", "with a slash in it");
        assertThat(missing.err()).contains("There is no ", "nowhere", "as \"tilik train\" writes it");
        assertThat(cut.err()).contains("it is damaged");
        assertThat(unknown.out() + missing.out() + cut.out()).isEmpty();
        assertThat(CommandRun.of("evaluate", texts.toString(), "--model", "nonsense")
                        .code())
                .isOne();
    }

    @Test
    void aFileThatIsNotThereEndsWithOne() {
        CommandRun run = classify("", temp.resolve("gone.tsv").toString(), "--model", model.toString());

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("There is no readable file", "gone.tsv");
    }

    @Test
    void aTableIsEvaluatedByPart() throws IOException {
        String all = evaluate(texts, "--part", "all", "--json");
        String dev = evaluate(texts, "--json");
        JsonNode report = new ObjectMapper().readTree(all);

        assertThat(report.path("model").asText()).startsWith("verbs-");
        assertThat(row(report.path("metrics"), "hateful", "all", "all")
                        .path("texts")
                        .asInt())
                .isEqualTo(120);
        assertThat(row(report.path("metrics"), "hateful", "dataset", "sim-verbs")
                        .path("macro_f1")
                        .asDouble())
                .isGreaterThan(0.8);
        JsonNode part = row(new ObjectMapper().readTree(dev).path("metrics"), "hateful", "all", "all");
        assertThat(part.path("texts").asInt()).isEqualTo(40);
        assertThat(part.path("macro_f1").asDouble())
                .isBetween(
                        part.path("macro_f1_ci_low").asDouble(),
                        part.path("macro_f1_ci_high").asDouble());
        assertThat(row(report.path("metrics"), "counter", "all", "all")
                        .path("auc")
                        .isNull())
                .isTrue();
    }

    @Test
    void functionalTestsAreEvaluatedByKind() throws IOException {
        String table = evaluate(functionalTests);

        assertThat(table).startsWith("Model verbs-").contains("label 1", "AUC");
        assertThat(table.lines().filter(line -> line.startsWith("hateful")))
                .anyMatch(line -> line.contains("kind      cold"))
                .anyMatch(line -> line.contains("kind      warm"))
                .anyMatch(line -> line.contains("language  en"));
        assertThat(evaluate(functionalTests)).isEqualTo(table);
    }

    private static String evaluate(Path file, String... options) {
        String[] args = new String[4 + options.length];
        args[0] = "evaluate";
        args[1] = file.toString();
        args[2] = "--model";
        args[3] = model.toString();
        System.arraycopy(options, 0, args, 4, options.length);
        CommandRun run = CommandRun.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    @Test
    void whatCannotBeEvaluatedEndsWithOne() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        Path wrong = Files.createDirectories(temp.resolve("wrong"));
        Files.writeString(wrong.resolve("en.txt"), "[cold hateful=3]\nx\n");
        Path table = Files.writeString(temp.resolve("wrong.tsv"), "dataset\ttext\n");
        String at = model.toString();

        assertThat(CommandRun.of("evaluate", empty.toString(), "--model", at).err())
                .contains("There are no functional tests");
        CommandRun grammar = CommandRun.of("evaluate", wrong.toString(), "--model", at);
        CommandRun columns = CommandRun.of("evaluate", table.toString(), "--model", at);
        assertThat(grammar.code()).isOne();
        assertThat(grammar.err()).contains("en.txt, line 1: found \"hateful=3\"");
        assertThat(columns.code()).isOne();
        assertThat(columns.err()).contains("wrong.tsv, line 1: found no column \"tier\"");
    }

    @ParameterizedTest
    @CsvSource({
        "train, FILE",
        "train x.tsv, --out",
        "train x.tsv --out m --tiers Q, 'expected one of [P, NC, R]'",
        "evaluate, FILE",
        "evaluate x.tsv --part some, 'expected one of [DEV, TRAIN, ALL]'",
        "classify-text a b, b",
        "classify-text --nonsense, --nonsense"
    })
    void wrongUsageEndsWithOne(String line, String part) {
        CommandRun run = CommandRun.of(line.split(" ", -1));

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains(part).contains("Usage: tilik");
    }

    @Test
    void trainingWithoutUsableTextsOrTaxonomyEndsWithOne() throws IOException {
        String out = temp.resolve("none").toString();
        Path wrong = Files.writeString(
                temp.resolve("labels.tsv"), Files.readString(texts).replaceFirst("\t1\t1\t0\t", "\tyes\t1\t0\t"));
        String place = taxonomy.toString();

        CommandRun missing = CommandRun.of("train", "gone.tsv", "--out", out, "--taxonomy", place);
        CommandRun tier = CommandRun.of("train", texts.toString(), "--out", out, "--taxonomy", place, "--tiers", "R");
        CommandRun label = CommandRun.of("train", wrong.toString(), "--out", out, "--taxonomy", place);
        CommandRun folder = CommandRun.of("train", texts.toString(), "--out", out, "--taxonomy", out);

        CommandRun tests = CommandRun.of("train", texts.toString(), "--out", out, "--taxonomy", place);

        assertThat(List.of(missing.code(), tier.code(), label.code(), folder.code(), tests.code()))
                .containsOnly(1);
        assertThat(missing.err()).contains("There is no readable file gone.tsv");
        assertThat(tier.err()).contains("has no texts of tiers [R]");
        assertThat(label.err()).contains("labels.tsv, line 2: found \"yes\" in column hateful");
        assertThat(folder.err()).contains("There is no folder", "--taxonomy");
        assertThat(tests.err())
                .contains("There is no folder", "--functional-tests")
                .doesNotContain("epoch");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void aTaxonomyThatBreaksItsFormatEndsWithOne() throws IOException {
        Path broken = SmallModel.writeTaxonomy(temp.resolve("broken"));
        Files.writeString(broken.resolve("constructions/fr.txt"), "[cold hateful=1]\nnous {X}\n");
        String out = temp.resolve("none").toString();

        CommandRun grammar = CommandRun.of("train", texts.toString(), "--out", out, "--taxonomy", broken.toString());
        Files.writeString(broken.resolve("concepts/fr.tsv"), "NOTHING\trien\n");
        CommandRun concept = CommandRun.of("train", texts.toString(), "--out", out, "--taxonomy", broken.toString());

        assertThat(grammar.code()).isOne();
        assertThat(grammar.err()).contains("fr.txt uses the slot {X}");
        assertThat(concept.code()).isOne();
        assertThat(concept.err()).contains("fr.tsv, line 1: expected a concept of concepts.csv");
    }
}
