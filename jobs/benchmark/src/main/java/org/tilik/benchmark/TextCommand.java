// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.tilik.classify.TextClassifier;
import org.tilik.classify.language.LanguageIdentifier;
import org.tilik.classify.language.NgramLanguages;
import org.tilik.classify.normalise.TextNormaliser;
import org.tilik.classify.tokens.QuotationSpans;
import org.tilik.classify.train.ConstructionGrammar;
import org.tilik.pipeline.models.ModelPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Texts a second on one core, for the whole text path and its parts, against ICU's search for word boundaries. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        description =
                "Measures how many texts a second one core classifies, part by part, against ICU's word boundaries.")
final class TextCommand implements Callable<Integer> {
    private static final long SEED = 20190315;
    private static final int TEXTS = 20_000;
    private static final int MEAN_BYTES = 340;

    @Option(names = "--model", description = "Id or folder of the model. Default: research.")
    private String model = "research";

    @Option(names = "--rounds", description = "Rounds that count, after two that warm up. Default: ${DEFAULT-VALUE}.")
    private int rounds = 7;

    @Option(names = "--constructions", description = "Templates of the texts. Default: ${DEFAULT-VALUE}.")
    private Path constructions = Path.of("datasets/taxonomy/constructions");

    @Option(names = "--texts", description = "File of texts, one a line, in place of those from templates.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        List<String> texts = file == null ? texts() : Files.readAllLines(file);
        double bytes = texts.stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .average()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "%,d texts, mean %.0f bytes%n", texts.size(), bytes);
        LanguageIdentifier languages = NgramLanguages.standard();
        TextClassifier classifier = new ModelPlace(model).open();
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        Map<String, ToIntFunction<String>> parts = new LinkedHashMap<>();
        parts.put("ICU word boundaries", text -> count(words, text));
        parts.put("language", text -> languages.identify(text).language().length());
        parts.put("normalisation", text -> TextNormaliser.normalise(text).size());
        parts.put("quotations", text -> QuotationSpans.of(text).count());
        parts.put("whole text path", text -> classifier.classify(text).label().length());
        Map<String, double[]> seconds = new LinkedHashMap<>();
        parts.keySet().forEach(part -> seconds.put(part, new double[rounds]));
        long sum = 0;
        for (int round = -2; round < rounds; round++) {
            for (Map.Entry<String, ToIntFunction<String>> part : parts.entrySet()) {
                long start = cpuNanos();
                for (String text : texts) {
                    sum += part.getValue().applyAsInt(text);
                }
                if (round >= 0) {
                    seconds.get(part.getKey())[round] = (cpuNanos() - start) / 1e9;
                }
            }
        }
        double peer = median(seconds.get("ICU word boundaries"));
        seconds.forEach((part, times) -> System.out.printf(
                Locale.ROOT,
                "%-20s %,9.0f texts/s median, %,9.0f best  %5.2f× ICU word boundaries%n",
                part,
                texts.size() / median(times),
                texts.size() / Arrays.stream(times).min().orElseThrow(),
                peer / median(times)));
        System.out.println("checksum " + sum);
        return 0;
    }

    /** Processor time of this thread, so that other work on the machine counts less. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int count(BreakIterator words, String text) {
        words.setText(text);
        int count = 0;
        while (words.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Sentences of all languages in turn, put together to texts of about the same mean length as posts have. */
    private List<String> texts() throws IOException {
        List<ConstructionGrammar> grammars = new ArrayList<>();
        try (Stream<Path> files = Files.list(constructions)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                grammars.add(ConstructionGrammar.read(file));
            }
        }
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> texts = new ArrayList<>();
        while (texts.size() < TEXTS) {
            ConstructionGrammar grammar = grammars.get(texts.size() % grammars.size());
            int length = MEAN_BYTES / 2 + random.nextInt(MEAN_BYTES);
            StringBuilder text = new StringBuilder();
            int bytes = 0;
            while (bytes < length - 40) {
                String sentence = grammar.draw(
                                grammar.kinds()
                                        .get(random.nextInt(grammar.kinds().size())),
                                random)
                        .text();
                text.append(text.isEmpty() ? "" : " ").append(sentence);
                bytes += sentence.getBytes(StandardCharsets.UTF_8).length + 1;
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
