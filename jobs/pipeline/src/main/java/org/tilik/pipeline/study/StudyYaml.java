// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Parses the YAML of a study into plain nodes. A study is data: tags (which name types) and aliases (which can blow a
 * small file up to a large one) are refused, and size and depth are bounded.
 */
final class StudyYaml {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 20;
    private static final YAMLFactory YAML = factory();

    private final String file;
    private final YAMLParser parser;

    private StudyYaml(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    private static YAMLFactory factory() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    /** The one document in this text. */
    static StudyNode parse(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw RunError.study(file + ": the study has " + text.length() + " characters; expected at most "
                    + MOST_CHARACTERS + ". Check that it is the study file.");
        }
        try (YAMLParser parser = YAML.createParser(text)) {
            StudyYaml yaml = new StudyYaml(file, parser);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw RunError.study(file + ": the study is empty; expected keys such as study, inputs and track.");
            }
            StudyNode root = yaml.node(first);
            if (parser.nextToken() != null) {
                throw RunError.study(file + ", line " + yaml.line()
                        + ": a second YAML document begins; expected one study in a file. Split the file.");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw malformed(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading YAML from memory failed.", e);
        }
    }

    private static RunError malformed(String file, JsonProcessingException e) {
        String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
        String problem =
                e.getOriginalMessage().lines().map(String::strip).findFirst().orElse("unknown problem");
        return RunError.study(
                file + line + ": this is not valid YAML (" + problem
                        + "). Check indentation, colons and quotes around there"
                        + (problem.contains("alias") ? "; a value that begins with * needs quotes." : "."),
                e);
    }

    private StudyNode node(JsonToken token) throws IOException {
        refuseTagsAndAliases();
        int line = line();
        if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
            throw RunError.study(file + ", line " + line + ": lists or mappings are nested deeper than " + DEEPEST
                    + " levels; a study needs three. Check the brackets there.");
        }
        return switch (token) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> sequence(line);
            case VALUE_NUMBER_INT -> new StudyNode.Scalar(parser.getText(), StudyNode.Kind.INTEGER, line);
            case VALUE_NUMBER_FLOAT -> new StudyNode.Scalar(parser.getText(), StudyNode.Kind.DECIMAL, line);
            case VALUE_TRUE, VALUE_FALSE -> new StudyNode.Scalar(token.asString(), StudyNode.Kind.BOOLEAN, line);
            case VALUE_NULL -> new StudyNode.Scalar("", StudyNode.Kind.NULL, line);
            default -> {
                String text = parser.getText();
                StudyNode.Kind kind = text.isEmpty() ? StudyNode.Kind.NULL : StudyNode.Kind.TEXT;
                yield new StudyNode.Scalar(text, kind, line);
            }
        };
    }

    private StudyNode mapping(int line) throws IOException {
        Map<String, StudyNode.Mapping.Entry> entries = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            int keyLine = line();
            StudyNode value = node(parser.nextToken());
            StudyNode.Mapping.Entry earlier = entries.putIfAbsent(key, new StudyNode.Mapping.Entry(value, keyLine));
            if (earlier != null) {
                throw RunError.study(file + ", line " + keyLine + ": the key " + key + " stands there twice, first in"
                        + " line " + earlier.line() + ". Keep one of them.");
            }
        }
        return new StudyNode.Mapping(entries, line);
    }

    private StudyNode sequence(int line) throws IOException {
        List<StudyNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new StudyNode.Sequence(List.copyOf(items), line);
    }

    private void refuseTagsAndAliases() throws IOException {
        if (parser.isCurrentAlias()) {
            throw RunError.study(file + ", line " + line() + ": the alias *" + parser.getText()
                    + " is used; a study has none. Write the value itself.");
        }
        if (parser.getTypeId() != null) {
            throw RunError.study(file + ", line " + line() + ": the tag " + parser.getTypeId()
                    + " is used; a study has none. Write the plain value.");
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
