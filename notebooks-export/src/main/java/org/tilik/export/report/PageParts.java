// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a page together from its parts. Every part is escaped by what it is: text for HTML, data for a script element,
 * and scripts, which are ours, are named by their hash in the content security policy, so that no other script runs.
 */
final class PageParts {
    /** Scripts of the page in the order in which they build on each other. */
    static final List<String> SCRIPTS = List.of(
            "page.js",
            "words.js",
            "tables.js",
            "measures.js",
            "sentences.js",
            "charts.js",
            "curves.js",
            "figures.js",
            "cite.js",
            "summary.js",
            "removal.js",
            "spread.js",
            "policy.js",
            "ledgers.js",
            "classifier.js",
            "quality.js",
            "methods.js",
            "main.js");

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Pattern ENDS_SCRIPT = Pattern.compile("</script|<!--", Pattern.CASE_INSENSITIVE);
    private static final ObjectMapper JSON = new ObjectMapper();

    private PageParts() {}

    /** The page with this title and these data. */
    static String page(String title, JsonNode data) throws IOException {
        String charts = script(resource(ECHARTS));
        String drawing = script(drawing());
        Map<String, String> parts = Map.of(
                "title", html(title),
                "policy", policy(charts, drawing),
                "style", resource("report.css"),
                "data", data(data),
                "charts", charts,
                "drawing", drawing);
        Matcher slots = SLOT.matcher(resource("page.html"));
        return slots.replaceAll(slot -> Matcher.quoteReplacement(parts.get(slot.group(1))));
    }

    /** Text as it stands in HTML, in an element or an attribute. */
    static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** JSON that nothing in it can end: no tag, comment or entity of HTML is left in it. */
    static String data(JsonNode data) throws JsonProcessingException {
        return JSON.writeValueAsString(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String policy(String... scripts) {
        StringBuilder sources = new StringBuilder();
        for (String script : scripts) {
            sources.append(" 'sha256-").append(hash(script)).append('\'');
        }
        return "default-src 'none'; script-src" + sources
                + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String drawing() throws IOException {
        StringBuilder script = new StringBuilder("(function () {\n\"use strict\";\n");
        for (String name : SCRIPTS) {
            script.append(resource("script/" + name));
        }
        return script.append("})();\n").toString();
    }

    private static String script(String text) {
        if (ENDS_SCRIPT.matcher(text).find()) {
            throw new IllegalStateException("A script of the report holds what would end its element.");
        }
        return text;
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** A text file on the class path, with line feeds only, as browsers read it. */
    private static String resource(String name) throws IOException {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("The report's part " + name + " is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        }
    }
}
