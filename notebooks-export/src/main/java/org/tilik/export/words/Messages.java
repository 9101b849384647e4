// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.words;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The words of report and answers in every language that they speak; each language has the same keys. */
public final class Messages {
    /** Languages in the order of the switch; the first is that of the definitions in metrics.yaml. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "id");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Messages() {}

    /** Message by key, by language. */
    public static ObjectNode all() throws IOException {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String language : LANGUAGES) {
            all.set(language, of(language));
        }
        return all;
    }

    /** Messages of one language by key. */
    public static ObjectNode of(String language) throws IOException {
        try (InputStream in = Messages.class.getResourceAsStream(language + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        }
    }
}
