// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tilik.datasets.worlds.Statement;

/**
 * A day of fictional statements of reasons, packed as the DSA Transparency Database packs its days: a zip that stores zips of up
 * to ten CSV files of 100,000 rows, each with a header and without a last line feed. Equal settings give equal bytes, and
 * memory does not grow with the number of statements.
 */
public final class StatementDay {
    private static final int ROWS_A_FILE = 100_000;
    private static final int FILES_A_ZIP = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private static final Map<String, Double> PLATFORMS =
            ordered("Sim Square", 0.6, "Sim Tube", 0.3, "Sim Market", 0.0999, "Sim Corner", 0.0001);

    private static final Map<String, Double> MEAN_HOURS =
            ordered("Sim Square", 9.0, "Sim Tube", 60.0, "Sim Market", 400.0, "Sim Corner", 30.0);
    private static final Map<String, Double> CATEGORIES = ordered(
            "STATEMENT_CATEGORY_SCOPE_OF_PLATFORM_SERVICE", 0.5,
            "STATEMENT_CATEGORY_SCAMS_AND_FRAUD", 0.3,
            "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH", 0.15,
            "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY", 0.05);
    private static final Map<String, Double> SOURCES = ordered(
            "SOURCE_VOLUNTARY", 0.9,
            "SOURCE_ARTICLE_16", 0.08,
            "SOURCE_TRUSTED_FLAGGER", 0.015,
            "SOURCE_TYPE_OTHER_NOTIFICATION", 0.005);
    private static final Map<String, Double> AUTOMATION = ordered(
            "AUTOMATED_DECISION_FULLY", 0.6,
            "AUTOMATED_DECISION_PARTIALLY", 0.25,
            "AUTOMATED_DECISION_NOT_AUTOMATED", 0.15);
    private static final Map<String, Double> VISIBILITY = ordered(
            "DECISION_VISIBILITY_CONTENT_REMOVED", 0.7,
            "DECISION_VISIBILITY_CONTENT_DISABLED", 0.2,
            "DECISION_VISIBILITY_CONTENT_DEMOTED", 0.1);

    private final long seed;
    private final LocalDate day;
    private final long statements;
    private final long repeated;

    /**
     * A day.
     *
     * @param seed of all draws
     * @param day the day of filing
     * @param statements number of different statements
     * @param repeated how many of the first are stated once more at the end
     */
    public StatementDay(long seed, LocalDate day, long statements, long repeated) {
        this.seed = seed;
        this.day = day;
        this.statements = statements;
        this.repeated = Math.min(repeated, statements);
    }

    private static Map<String, Double> ordered(Object... pairs) {
        Map<String, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return map;
    }

    /** Name of the day's file, such as {@code sor-global-2025-07-02-full.zip}. */
    public String fileName() {
        return base() + ".zip";
    }

    private String base() {
        return "sor-global-" + day + "-full";
    }

    /** Statement number {@code n} of the day. */
    public Statement statement(long n) {
        Draws draws = Draws.of(seed, n);
        String platform = draws.weighted(PLATFORMS);
        String category = draws.weighted(CATEGORIES);
        Instant filed = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(n * DAY.toSeconds() / statements);
        Instant acted = filed.minusSeconds(draws.below((int) DAY.toSeconds()));
        Instant content = acted.minusMillis((long) (draws.exponential(MEAN_HOURS.get(platform)) * 3_600_000));
        return new Statement(
                new UUID(draws.bits(), draws.bits()).toString(),
                platform,
                category,
                keyword(category, draws),
                draws.weighted(SOURCES),
                draws.happens(0.8) ? "Yes" : "No",
                draws.weighted(AUTOMATION),
                draws.weighted(VISIBILITY),
                content,
                acted,
                filed);
    }

    private static String keyword(String category, Draws draws) {
        if (draws.happens(0.7)) {
            return null;
        }
        return switch (category) {
            case "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY" -> "KEYWORD_TERRORIST_CONTENT";
            case "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH" -> "KEYWORD_HATE_SPEECH";
            default -> "KEYWORD_OTHER";
        };
    }

    /** Writes the day into this folder, shows every different statement to the consumer, and says how many bytes of CSV it has. */
    public long writeTo(Path folder, Consumer<Statement> truth) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("." + base() + ".part");
        long bytes = 0;
        long rows = statements + repeated;
        try (ZipOutputStream outer =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(fileName()))))) {
            long next = 0;
            for (int number = 0; next < rows; number++) {
                String name = String.format("%s-%05d", base(), number);
                long end = Math.min(rows, next + (long) ROWS_A_FILE * FILES_A_ZIP);
                bytes += writePart(part, name, next, end, truth);
                store(outer, name + ".csv.zip", part);
                next = end;
            }
        } finally {
            Files.deleteIfExists(part);
        }
        return bytes;
    }

    /** Writes all of it as one CSV. */
    void writeCsv(OutputStream out) throws IOException {
        writeRows(out, 0, statements + repeated, statement -> {});
    }

    private long writePart(Path part, String name, long from, long end, Consumer<Statement> truth) throws IOException {
        long bytes = 0;
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            int file = 0;
            for (long next = from; next < end; next += ROWS_A_FILE) {
                zip.putNextEntry(entry(String.format("%s-%05d.csv", name, file++)));
                bytes += writeRows(zip, next, Math.min(end, next + ROWS_A_FILE), truth);
                zip.closeEntry();
            }
        }
        return bytes;
    }

    private long writeRows(OutputStream out, long from, long end, Consumer<Statement> truth) throws IOException {
        byte[] header = Statement.HEADER.getBytes(StandardCharsets.UTF_8);
        out.write(header);
        long bytes = header.length;
        for (long n = from; n < end; n++) {
            Statement statement = statement(n < statements ? n : n - statements);
            if (n < statements) {
                truth.accept(statement);
            }
            byte[] row = ("\n" + statement.row()).getBytes(StandardCharsets.UTF_8);
            out.write(row);
            bytes += row.length;
        }
        return bytes;
    }

    private static void store(ZipOutputStream outer, String name, Path part) throws IOException {
        // The checksum must be known before a stored entry is begun.
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(part), crc)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        ZipEntry entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(Files.size(part));
        entry.setCrc(crc.getValue());
        outer.putNextEntry(entry);
        try (InputStream in = Files.newInputStream(part)) {
            in.transferTo(outer);
        }
        outer.closeEntry();
    }

    /** Time zones would show in the bytes of an entry's time, so that it is always the same. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDate.of(2025, 7, 1).atStartOfDay());
        return entry;
    }
}
