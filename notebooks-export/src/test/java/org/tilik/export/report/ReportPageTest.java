// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tilik.export.RunFolder;

/** Pages of invented runs. They stay in target/report-pages, where the browser test opens them. */
class ReportPageTest {
    private static final Path PAGES = Path.of("target", "report-pages");
    private static final int MOST_BYTES = 5_000_000;

    private static Path full;
    private static Path bare;
    private static Path large;

    @BeforeAll
    static void makePages() throws Exception {
        full = page(Worlds.full(PAGES.resolve("full")));
        bare = page(Worlds.bare(PAGES.resolve("bare")));
        large = page(Worlds.large(PAGES.resolve("large")));
    }

    private static Path page(Path folder) throws Exception {
        Path file = folder.resolve("report.html");
        try (RunFolder run = RunFolder.open(folder)) {
            new ReportPage().write(run, file);
        }
        return file;
    }

    @Test
    void textOfTheDataEndsNoElementAndOpensNone() throws Exception {
        String html = Files.readString(full);
        assertThat(html)
                .doesNotContain("<script>window.owned", "<img src=x", "<svg onload", "\u202E", "\u0007", "\u2066");
        assertThat(count(html, "<script")).isEqualTo(count(html, "</script>")).isEqualTo(3);
        assertThat(html).contains("<title>&lt;/script&gt;&lt;script&gt;window.owned=1");
    }

    @Test
    void aTitleThatLooksLikeASlotOfThePageStaysATitle() throws Exception {
        assertThat(Files.readString(full)).contains("&quot;q&quot; {{data}}</title>");
    }

    @Test
    void thePolicyAllowsOurScriptsByHashAndNothingFromANetwork() throws Exception {
        String html = Files.readString(full);
        String policy = find(html, "Content-Security-Policy\" content=\"([^\"]*)\"");
        assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("; style-src")))
                .doesNotContain("unsafe");
        assertThat(policy).doesNotContain("http");
        assertThat(html.substring(0, html.indexOf("<script")))
                .doesNotContainPattern("<(link|script|img|iframe)[^>]+(src|href)=\"(?!data:,)");
    }

    @Test
    void numbersKeepAllTheirDigits() throws Exception {
        JsonNode measures = data(full).path("tables").path("removal_measures");
        assertThat(measures.path("cells").path("estimate").path("values").toString())
                .contains("0.1234567890123456");
    }

    @Test
    void aReportOfManyStrataStaysUnderFiveMegabytesAndSaysWhatIsLeftOut() throws Exception {
        assertThat(Files.size(large)).isLessThan(MOST_BYTES);
        JsonNode tables = data(large).path("tables");
        for (PageTable table : PageTable.values()) {
            JsonNode shown = tables.path(table.table());
            assertThat(shown.path("rows").asInt(0)).as(table.table()).isLessThanOrEqualTo(table.mostRows());
        }
        JsonNode measures = tables.path("removal_measures");
        assertThat(measures.path("left_out").asLong())
                .isEqualTo(400 * 60 - measures.path("rows").asLong());
    }

    @Test
    void theLargestStrataAreShownAndShownWhole() throws Exception {
        JsonNode cells = data(large).path("tables").path("removal_measures").path("cells");
        JsonNode strata = cells.path("stratum");
        assertThat(strata.path("texts").path(0).asText()).isEqualTo("all");
        assertThat(strata.path("texts").path(1).asText()).isEqualTo("platform1|l1");
        assertThat(strata.path("values").size())
                .isEqualTo(60 * strata.path("texts").size());
    }

    @Test
    void theSameTablesGiveTheSameBytes() throws Exception {
        byte[] first = Files.readAllBytes(full);
        assertThat(Files.readAllBytes(page(full.getParent()))).isEqualTo(first);
    }

    @Test
    void whatIsNotForThePublicIsNotInThePage() throws Exception {
        assertThat(Files.readString(full))
                .doesNotContain("deadbeef", "secret-name.csv", "secret-list.csv", "2026-01-01T00:00:00Z");
    }

    @Test
    void aRunWithLittleHasAReportToo() throws Exception {
        JsonNode data = data(bare);
        assertThat(data.path("tables").path("removal_measures").path("rows").asInt())
                .isEqualTo(2);
        assertThat(data.path("tables").has("families")).isFalse();
        assertThat(data.path("model_errors")).isEmpty();
    }

    private static JsonNode data(Path page) throws Exception {
        return new ObjectMapper()
                .readTree(find(Files.readString(page), "<script type=\"application/json\" id=\"data\">(.*?)</script>"));
    }

    private static String find(String text, String regex) {
        Matcher found = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(regex).isTrue();
        return found.group(1);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
