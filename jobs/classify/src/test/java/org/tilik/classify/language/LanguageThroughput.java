// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Measures texts per second of {@link NgramLanguages} on one core, by hand; texts are joined invented sentences. */
public final class LanguageThroughput {
    /** Time of this thread on a core, so that other work on the machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final int TEXTS = 20_000;
    private static final int ROUNDS = 12;

    private LanguageThroughput() {}

    /** Prints the speed of each round. */
    public static void main(String[] args) {
        List<String> texts = texts(new SplittableRandom(1));
        long bytes = 0;
        for (String text : texts) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
        LanguageIdentifier identifier = NgramLanguages.standard();
        System.out.printf(Locale.ROOT, "%d texts of %d bytes on average%n", TEXTS, bytes / TEXTS);
        double check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = CPU.getCurrentThreadCpuTime();
            for (String text : texts) {
                check += identifier.identify(text).confidence();
            }
            double micros = (CPU.getCurrentThreadCpuTime() - from) / 1000.0 / TEXTS;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %.2f microseconds of a core a text, %.0f texts/s%n",
                    round,
                    micros,
                    1e6 / micros);
        }
        System.out.printf(Locale.ROOT, "mean confidence %.3f%n", check / TEXTS / ROUNDS);
    }

    /** Of between 40 and 640 bytes, each in one language; as mixed as the sentences are. */
    private static List<String> texts(SplittableRandom random) {
        List<Sentences.Sentence> all = Sentences.all();
        List<String> texts = new ArrayList<>();
        while (texts.size() < TEXTS) {
            Sentences.Sentence first = all.get(random.nextInt(all.size()));
            List<Sentences.Sentence> same = all.stream()
                    .filter(s -> s.language().equals(first.language()))
                    .toList();
            int length = 40 + random.nextInt(560);
            StringBuilder text = new StringBuilder(first.text());
            while (text.toString().getBytes(StandardCharsets.UTF_8).length < length) {
                text.append(' ').append(same.get(random.nextInt(same.size())).text());
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
