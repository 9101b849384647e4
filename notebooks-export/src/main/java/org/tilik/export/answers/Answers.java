// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tilik.export.RunFolder;
import org.tilik.export.words.Messages;

/** What a run answers to the questions of the public record. */
public final class Answers {
    private Answers() {}

    /** The answers, by question; each question has one at least. */
    public static List<Answer> of(RunFolder run) throws IOException {
        ReleaseNumbers numbers = ReleaseNumbers.of(run);
        List<Wording> languages = new ArrayList<>();
        for (String language : Messages.LANGUAGES) {
            languages.add(Wording.of(language));
        }
        List<Answer> answers = new ArrayList<>();
        for (Finding finding : new AnswerRules(numbers).findings()) {
            Map<String, String> readings = new LinkedHashMap<>();
            languages.forEach(words -> readings.put(words.language(), new Reading(words, numbers.k()).of(finding)));
            answers.add(finding.answer(readings));
        }
        return List.copyOf(answers);
    }
}
