// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;

class SanctionListTest {
    private static final Path STYLESHEET = Path.of("../../datasets/taxonomy/organisations/un-consolidated.xsl");

    /** Invented entries in the structure of the real list. */
    private static final String LIST = """
            <CONSOLIDATED_LIST dateGenerated="2024-01-01T00:00:00">
              <INDIVIDUALS>
                <INDIVIDUAL>
                  <FIRST_NAME>MARIA</FIRST_NAME><SECOND_NAME>HALE</SECOND_NAME>
                  <UN_LIST_TYPE>Simulated</UN_LIST_TYPE><REFERENCE_NUMBER>SIi.001</REFERENCE_NUMBER>
                  <LISTED_ON>2019-03-01</LISTED_ON>
                </INDIVIDUAL>
              </INDIVIDUALS>
              <ENTITIES>
                <ENTITY>
                  <DATAID>1</DATAID><FIRST_NAME>THE "GREY" HARBOUR
                    UNION</FIRST_NAME>
                  <UN_LIST_TYPE>Simulated</UN_LIST_TYPE><REFERENCE_NUMBER>SIe.001</REFERENCE_NUMBER>
                  <LISTED_ON>2020-06-15-04:00</LISTED_ON>
                  <NAME_ORIGINAL_SCRIPT>اتحاد الميناء الرمادي</NAME_ORIGINAL_SCRIPT>
                  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Union of the Grey Harbour</ALIAS_NAME></ENTITY_ALIAS>
                  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Union of the Grey Harbour</ALIAS_NAME></ENTITY_ALIAS>
                  <ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>
                </ENTITY>
              </ENTITIES>
            </CONSOLIDATED_LIST>
            """;

    @Test
    void theListOfTheSecurityCouncilBecomesAGazetteerWithoutItsPersons() throws TransformerException {
        StringWriter rows = new StringWriter();
        TransformerFactory.newInstance()
                .newTransformer(new StreamSource(STYLESHEET.toFile()))
                .transform(new StreamSource(new StringReader(LIST)), new StreamResult(rows));
        Gazetteer gazetteer = Gazetteer.read("un.tsv", new StringReader(rows.toString()));
        assertThat(gazetteer.aliases())
                .extracting(OrganisationAlias::alias)
                .containsExactly("THE GREY HARBOUR UNION", "اتحاد الميناء الرمادي", "Union of the Grey Harbour");
        assertThat(gazetteer.aliases()).allSatisfy(alias -> {
            assertThat(alias.organisation().id()).isEqualTo("SIe.001");
            assertThat(alias.source()).isEqualTo("UN Security Council, Simulated");
            assertThat(alias.listedAt()).isEqualTo(LocalDate.of(2020, 6, 15));
        });
        assertThat(rows.toString()).doesNotContain("HALE");
    }
}
