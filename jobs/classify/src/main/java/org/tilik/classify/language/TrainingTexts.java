// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Texts by language and source, read from {@code source/language.txt} (a text a line) and {@code source/language.freq}
 * (a word and its count a line, from which texts of random words are drawn).
 */
final class TrainingTexts {
    private final Map<String, List<Source>> sources = new TreeMap<>();

    private TrainingTexts() {}

    /** Where texts of one language come from. */
    interface Source {
        String name();

        /** Number of texts, for the weight of this source beside others. */
        int size();

        String draw(SplittableRandom random);
    }

    static TrainingTexts read(Path folder) throws IOException {
        TrainingTexts texts = new TrainingTexts();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            String source = file.getParent().getFileName().toString();
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (name.endsWith(".txt")) {
                texts.add(name.substring(0, name.length() - 4), new Lines(source, lines));
            } else if (name.endsWith(".freq")) {
                texts.add(name.substring(0, name.length() - 5), RandomWords.of(source, lines));
            }
        }
        texts.addRomanisedHindi();
        texts.addJawi();
        texts.addColloquial("id", Colloquial.of("id", new SplittableRandom(11)));
        texts.addColloquial("ms", Colloquial.of("ms", new SplittableRandom(12)));
        for (Contrasts.Side side : Contrasts.words()) {
            texts.add(side.language(), RandomWords.of("contrasts", side.lines()));
        }
        for (Contrasts.Side side : Contrasts.sentences()) {
            texts.add(side.language(), new Lines("sentences", side.lines()));
        }
        return texts;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void add(String language, Source source) {
        sources.computeIfAbsent(language, key -> new ArrayList<>()).add(source);
    }

    private void addRomanisedHindi() {
        Romanisation romanisation = new Romanisation(new SplittableRandom(5));
        for (Source source : List.copyOf(sources.getOrDefault("hi", List.of()))) {
            if (source instanceof Lines lines) {
                List<String> romanised =
                        lines.lines().stream().map(romanisation::of).toList();
                add("hi", new Lines(lines.name() + "-romanised", romanised));
            } else if (source instanceof RandomWords words) {
                add("hi", words.romanised(romanisation));
            }
        }
    }

    private void addColloquial(String language, Colloquial colloquial) {
        for (Source source : List.copyOf(sources.getOrDefault(language, List.of()))) {
            if (source instanceof Lines lines
                    && !lines.name().equals("gettext")
                    && !lines.name().endsWith("-jawi")) {
                List<String> typed =
                        lines.lines().stream().map(colloquial::typed).toList();
                add(language, new Lines(lines.name() + "-colloquial", typed));
            }
        }
    }

    private void addJawi() {
        for (Source source : List.copyOf(sources.getOrDefault("ms", List.of()))) {
            if (source instanceof Lines lines) {
                add(
                        "ms",
                        new Lines(
                                lines.name() + "-jawi",
                                lines.lines().stream().map(Jawi::of).toList()));
            }
        }
    }

    Map<String, List<Source>> sources() {
        return sources;
    }

    /** One text of this language whose main script is this, in full. */
    String draw(String language, WritingSystem system, SplittableRandom random) {
        List<Source> candidates = sources.get(language);
        for (int attempt = 0; attempt < 60; attempt++) {
            String text = pick(candidates, random).draw(random);
            if (Words.of(text).main() == system) {
                return text;
            }
        }
        return "";
    }

    private static Source pick(List<Source> candidates, SplittableRandom random) {
        double total = 0;
        for (Source source : candidates) {
            total += weight(source);
        }
        double at = random.nextDouble() * total;
        for (Source source : candidates) {
            at -= weight(source);
            if (at < 0) {
                return source;
            }
        }
        return candidates.get(candidates.size() - 1);
    }

    private static double weight(Source source) {
        return Math.sqrt(Math.max(600, Math.min(source.size(), 4000)));
    }

    /** Number of texts of this language in this script. */
    int count(String language, WritingSystem system) {
        int count = 0;
        for (Source source : sources.get(language)) {
            if (source instanceof Lines lines) {
                count += (int) lines.lines().stream()
                        .filter(line -> Words.of(line).main() == system)
                        .count();
            }
        }
        return count;
    }

    private record Lines(String name, List<String> lines) implements Source {
        @Override
        public int size() {
            return lines.size();
        }

        @Override
        public String draw(SplittableRandom random) {
            return lines.get(random.nextInt(lines.size()));
        }
    }

    /** Texts of words drawn by the root of their count, so that rarer words are met as well. */
    private record RandomWords(String name, String[] words, double[] cumulated) implements Source {
        static RandomWords of(String name, List<String> lines) {
            String[] words = new String[lines.size()];
            double[] cumulated = new double[lines.size()];
            double sum = 0;
            for (int i = 0; i < words.length; i++) {
                String line = lines.get(i);
                int blank = line.lastIndexOf(' ');
                words[i] = line.substring(0, blank);
                sum += Math.pow(Double.parseDouble(line.substring(blank + 1)), 0.7);
                cumulated[i] = sum;
            }
            return new RandomWords(name, words, cumulated);
        }

        RandomWords romanised(Romanisation romanisation) {
            String[] latin = Arrays.stream(words).map(romanisation::of).toArray(String[]::new);
            return new RandomWords(name + "-romanised", latin, cumulated);
        }

        @Override
        public int size() {
            return Math.min(words.length, 3000);
        }

        @Override
        public String draw(SplittableRandom random) {
            StringBuilder text = new StringBuilder();
            for (int left = 2 + random.nextInt(9); left > 0; left--) {
                double at = random.nextDouble() * cumulated[cumulated.length - 1];
                int found = Arrays.binarySearch(cumulated, at);
                text.append(words[Math.min(words.length - 1, found < 0 ? -found - 1 : found)])
                        .append(' ');
            }
            return text.toString();
        }
    }
}
