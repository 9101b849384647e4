// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.fs.Path;
import org.tilik.classify.Head;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/**
 * A random sample of the scored items of a run, those below every threshold too: without them nobody could say what the
 * model misses.
 *
 * <p>Within a stratum every item has a number that follows from seed and pseudonym alone, and those with the smallest are
 * drawn. So the sample depends neither on the order of rows nor on how they are spread over files.
 *
 * @param design how many were drawn of which stratum
 * @param items the items in random order
 */
public record AuditSample(AuditDesign design, List<AuditItem> items) {
    private static final Set<String> TEXT_COLUMNS = Set.of("item_key", "text");

    /** Keeps its own copy. */
    public AuditSample {
        items = List.copyOf(items);
    }

    private record Drawn(long number, LabelRow row, AuditDesign.Cell cell) {
        static final Comparator<Drawn> ORDER = Comparator.comparingLong(Drawn::number)
                .thenComparing(drawn -> drawn.row().itemKey());
    }

    /**
     * Draws a sample.
     *
     * @param output output folder of a run
     * @param head head by whose score items are stratified
     * @param n number of items
     */
    public static AuditSample draw(String output, Head head, int n, long seed) throws IOException {
        Path labels = new Path(output + "/restricted/" + Table.LABELS.name());
        Map<AuditStratum, Long> frame = new TreeMap<>();
        TableReader.forEach(Table.LABELS, labels, row -> {
            if (row.label() != null) {
                frame.merge(stratum(row, head), 1L, Long::sum);
            }
        });
        if (frame.isEmpty()) {
            throw RunError.study(
                    "No item of " + output + " was scored, so there is nothing to sample: the study uses no"
                            + " model, or no item has a text. Name a model in the study and run it again.");
        }
        AuditDesign design = AuditDesign.of(frame, n);
        List<Drawn> drawn = drawn(labels, head, seed, design);
        return new AuditSample(design, withText(output, drawn));
    }

    private static AuditStratum stratum(LabelRow row, Head head) {
        double score = switch (head) {
            case HATEFUL -> row.scoreHateful();
            case OFFENSIVE -> row.scoreOffensive();
            case COUNTER -> row.scoreCounter();
            case EXTREMIST_SUPPORT -> row.scoreExtremistSupport();
        };
        return new AuditStratum(row.platform(), row.language(), AuditStratum.ScoreBand.of(score));
    }

    private static List<Drawn> drawn(Path labels, Head head, long seed, AuditDesign design) throws IOException {
        Map<AuditStratum, PriorityQueue<Drawn>> smallest = new HashMap<>();
        MessageDigest sha256 = sha256();
        Map<AuditStratum, AuditDesign.Cell> cells = design.byStratum();
        TableReader.forEach(Table.LABELS, labels, row -> {
            if (row.label() != null) {
                AuditStratum stratum = stratum(row, head);
                AuditDesign.Cell own = cells.get(stratum);
                AuditDesign.Cell cell = own == null ? cells.get(stratum.inOtherLanguage()) : own;
                PriorityQueue<Drawn> queue =
                        smallest.computeIfAbsent(cell.stratum(), key -> new PriorityQueue<>(Drawn.ORDER.reversed()));
                queue.add(new Drawn(number(sha256, seed, row.itemKey()), row, cell));
                if (queue.size() > cell.inSample()) {
                    queue.remove();
                }
            }
        });
        List<Drawn> all = new ArrayList<>();
        smallest.values().forEach(all::addAll);
        all.sort(Drawn.ORDER);
        return all;
    }

    private static long number(MessageDigest sha256, long seed, String itemKey) {
        return ByteBuffer.wrap(sha256.digest((seed + "|" + itemKey).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }

    private static List<AuditItem> withText(String output, List<Drawn> drawn) throws IOException {
        Map<String, String> texts = new HashMap<>();
        drawn.forEach(one -> texts.put(one.row().itemKey(), null));
        Path items = new Path(output + "/restricted/" + Table.ITEMS.name());
        TableReader.forEach(Table.ITEMS, items, TEXT_COLUMNS, row -> {
            if (texts.containsKey(row.itemKey())) {
                texts.put(row.itemKey(), row.text());
            }
        });
        List<AuditItem> sample = new ArrayList<>();
        for (Drawn one : drawn) {
            String text = texts.get(one.row().itemKey());
            if (text == null) {
                throw RunError.study(
                        "The items of " + output + " have no text any more (privacy.drop_text), so nobody can"
                                + " code them. Set drop_text to false, run the study again, draw the sample, and then run it"
                                + " with drop_text: true.");
            }
            sample.add(new AuditItem(
                    one.row().itemKey(), one.row().platform(), one.row().language(), text, one.cell()));
        }
        return sample;
    }
}
