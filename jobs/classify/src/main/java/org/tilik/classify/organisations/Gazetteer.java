// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The organisations that a study looks for, with all their aliases.
 *
 * <p>A gazetteer is a file of comma- or tab-separated values in UTF-8 with the columns {@code organisation_id}, {@code
 * name}, {@code alias}, {@code language}, {@code source}, {@code listed_at} and, where needed, {@code match}, {@code
 * context} and {@code note}; {@code datasets/taxonomy/organisations/README.md} says what belongs into each.
 */
public record Gazetteer(List<OrganisationAlias> aliases) {
    /** Takes a copy. */
    public Gazetteer {
        aliases = List.copyOf(aliases);
    }

    /** Reads the files of a study as one gazetteer; the first fault stops with its file, row and column. */
    public static Gazetteer read(List<Path> files) {
        GazetteerRows rows = new GazetteerRows();
        for (Path file : files) {
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                rows.read(file.toString(), in);
            } catch (CharacterCodingException e) {
                throw new GazetteerException(file + " is not valid UTF-8; save the gazetteer as UTF-8.", e);
            } catch (IOException e) {
                throw new GazetteerException(file + " could not be read: " + e.getMessage(), e);
            }
        }
        return rows.gazetteer();
    }

    /** Reads one gazetteer; the name is for messages. */
    public static Gazetteer read(String name, Reader in) {
        GazetteerRows rows = new GazetteerRows();
        try {
            rows.read(name, in);
        } catch (IOException e) {
            throw new GazetteerException(name + " could not be read: " + e.getMessage(), e);
        }
        return rows.gazetteer();
    }

    /** The organisations, each once, in the order in which the files name them. */
    public List<Organisation> organisations() {
        List<Organisation> organisations = new ArrayList<>();
        aliases.stream().map(OrganisationAlias::organisation).distinct().forEach(organisations::add);
        return List.copyOf(organisations);
    }
}
