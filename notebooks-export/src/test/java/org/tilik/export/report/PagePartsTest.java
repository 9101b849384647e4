// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PagePartsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void textInHtmlOpensNothingAndEndsNothing() {
        assertThat(PageParts.html("<a href='x' title=\"y\">&"))
                .isEqualTo("&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;");
    }

    @Test
    void dataEndNoScriptElementAndReadBackTheSame() throws Exception {
        String hostile = "</script><!--<script>\u2028&amp;";
        String data = PageParts.data(JSON.createObjectNode().put("x", hostile));
        assertThat(data).doesNotContain("<", ">", "&", "\u2028");
        assertThat(JSON.readTree(data).path("x").asText()).isEqualTo(hostile);
    }

    @Test
    void ourScriptsMakeElementsAndNeverReadMarkup() throws Exception {
        for (String name : PageParts.SCRIPTS) {
            assertThat(script(name))
                    .as(name)
                    .startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n")
                    .doesNotContain(
                            "innerHTML",
                            "outerHTML",
                            "insertAdjacentHTML",
                            "document.write",
                            "eval(",
                            "new Function",
                            "fetch(",
                            "XMLHttpRequest",
                            "import(",
                            "localStorage",
                            "document.cookie");
        }
    }

    static String script(String name) throws Exception {
        try (InputStream in = PageParts.class.getResourceAsStream("script/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
