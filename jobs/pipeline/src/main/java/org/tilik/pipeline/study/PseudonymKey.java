// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.flink.core.fs.Path;
import org.tilik.model.Pseudonymiser;

/**
 * Where the pseudonym key lies and which key it must be, never the key itself: this travels to the tasks, and each reads
 * the key on its own machine.
 *
 * @param file place of the key file; null for the environment variable TILIK_KEY
 * @param keyId first digits of the key's hash
 */
public record PseudonymKey(String file, String keyId) implements Serializable {
    /** The environment variable that is asked when the study names no key file. */
    public static final String VARIABLE = "TILIK_KEY";

    private static final int MOST_BYTES = 1 << 16;
    private static final String MAKE_ONE = "Make one with\n    head -c 32 /dev/urandom | base64 > my.key\n"
            + "beside the study, keep it secret, and add to the study\n    privacy: {key_file: my.key}";

    /** The key of this study, read once to learn which it is. */
    public static PseudonymKey of(Study study, String studyFile) {
        return of(study, studyFile, System::getenv);
    }

    static PseudonymKey of(Study study, String studyFile, UnaryOperator<String> environment) {
        String named = study.privacy().keyFile();
        String file =
                named == null ? null : StudyPaths.resolve(studyFile, named).toString();
        return new PseudonymKey(file, read(file, environment).keyId());
    }

    /** Reads the key on this machine; another key than the one that the run began with is an error. */
    public Pseudonymiser open() {
        return open(System::getenv);
    }

    Pseudonymiser open(UnaryOperator<String> environment) {
        Pseudonymiser pseudonymiser = read(file, environment);
        if (!pseudonymiser.keyId().equals(keyId)) {
            throw RunError.study("The pseudonym key in " + place(file) + " on this machine has the id "
                    + pseudonymiser.keyId() + "; the run began with key " + keyId
                    + ". Mount the same key on every machine that runs the job.");
        }
        return pseudonymiser;
    }

    private static Pseudonymiser read(String file, UnaryOperator<String> environment) {
        byte[] key = withoutNewline(file == null ? fromEnvironment(environment) : fromFile(file));
        if (key.length == 0) {
            throw RunError.study("The pseudonym key in " + place(file) + " is empty. " + MAKE_ONE);
        }
        return new Pseudonymiser(key);
    }

    private static byte[] fromFile(String file) {
        Path path = new Path(file);
        try {
            return StudyPaths.read(path, MOST_BYTES, "The pseudonym key (privacy.key_file)");
        } catch (RunError e) {
            throw RunError.study(e.getMessage() + " " + MAKE_ONE, e);
        }
    }

    private static byte[] fromEnvironment(UnaryOperator<String> environment) {
        String key = environment.apply(VARIABLE);
        if (key == null) {
            throw RunError.study("There is no pseudonym key: the study has no privacy.key_file and the environment"
                    + " variable " + VARIABLE + " is not set. " + MAKE_ONE);
        }
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withoutNewline(byte[] key) {
        int length = key.length;
        return length > 0 && key[length - 1] == '\n' ? Arrays.copyOf(key, length - 1) : key;
    }

    private static String place(String file) {
        return file == null ? "the environment variable " + VARIABLE : StudyPaths.display(new Path(file));
    }
}
