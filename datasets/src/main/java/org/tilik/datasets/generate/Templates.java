// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of dump records that are the same in every record, from JSON files beside the classes. */
final class Templates {
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private Templates() {}

    /** The fields of this file in its order. */
    static Map<String, Object> read(String resource) {
        try (InputStream in = Templates.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The list of constant fields " + resource + " is missing");
            }
            return JSON.readValue(in, FIELDS);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the list of constant fields " + resource, e);
        }
    }
}
