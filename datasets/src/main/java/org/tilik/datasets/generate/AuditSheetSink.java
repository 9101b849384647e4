// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tilik.datasets.worlds.CsvText;

/**
 * Draws items of which the dumps hold the words, a simple random sample without replacement, and codes each by what it truly
 * is: the audit that people who never err would hand in. Shares are not drawn. All that is told is also told to another sink.
 */
final class AuditSheetSink implements TruthSink {
    private static final String MAC = "HmacSHA256";
    private static final byte SEPARATOR = 0x1F;
    private static final int PSEUDONYM_BYTES = 16;
    private static final String SHARE = "share";
    /** No item draws from this stream. */
    private static final long STREAM = -1;

    private final TruthSink other;
    private final byte[] key;
    private final int size;
    private final Draws draws;
    private final List<TruthItem> drawn = new ArrayList<>();
    private long frame;

    /**
     * A sheet of at most so many items.
     *
     * @param key of the pseudonyms of the study that it is for
     */
    AuditSheetSink(TruthSink other, String key, int size, long seed) {
        this.other = other;
        this.key = key.strip().getBytes(StandardCharsets.UTF_8);
        this.size = size;
        this.draws = Draws.of(seed, STREAM);
    }

    /** Vitter 1985, "Random sampling with a reservoir", algorithm R, doi:10.1145/3147.3165. */
    @Override
    public void item(TruthItem item) throws IOException {
        other.item(item);
        if (item.inWindow() && item.capturedVisible() && !item.kind().equals(SHARE)) {
            mayDraw(item);
        }
    }

    private void mayDraw(TruthItem item) {
        frame++;
        if (drawn.size() < size) {
            drawn.add(item);
        } else {
            long place = (long) (draws.uniform() * frame);
            if (place < size) {
                drawn.set((int) place, item);
            }
        }
    }

    /** The sheet as the study's audit (CSV), in the order of its keys. */
    String toCsv() {
        String probability = Double.toString(drawn.size() / (double) frame);
        Map<String, String> labels = new TreeMap<>();
        drawn.forEach(item ->
                labels.put(pseudonym(item), code(Label.valueOf(item.label().toUpperCase(Locale.ROOT)))));
        StringBuilder text = new StringBuilder(
                CsvText.row(List.of("item_key", "label", "coder", "inclusion_probability", "stratum")));
        labels.forEach(
                (item, label) -> text.append(CsvText.row(List.of(item, label, "sim_coder", probability, "all"))));
        return text.toString();
    }

    /** What coders call it; they have one word for reports and counter-speech. */
    private static String code(Label label) {
        return switch (label) {
            case SUPPORTIVE -> "extremist_support";
            case REPORTING, COUNTER_SPEECH -> "counter";
            case NEUTRAL -> "none";
        };
    }

    private String pseudonym(TruthItem item) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            mac.update(item.platform().getBytes(StandardCharsets.UTF_8));
            mac.update(SEPARATOR);
            byte[] digest = mac.doFinal(item.itemId().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HMAC-SHA256, which every JDK must have", e);
        }
    }

    @Override
    public void event(TruthEvent event) throws IOException {
        other.event(event);
    }

    @Override
    public void episode(TruthEpisode episode) throws IOException {
        other.episode(episode);
    }

    @Override
    public void family(TruthFamily family) throws IOException {
        other.family(family);
    }

    @Override
    public void cascade(TruthCascade cascade) throws IOException {
        other.cascade(cascade);
    }

    @Override
    public void reject(TruthReject reject) throws IOException {
        other.reject(reject);
    }

    @Override
    public void finished(TruthCounts counts) throws IOException {
        other.finished(counts);
    }
}
