<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Organisations of the consolidated list of the United Nations Security Council (XML) as a gazetteer. Persons are left
     out: nobody is looked for by name. Quotation marks are dropped, because they would begin a quoted cell. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/">
    <xsl:text>organisation_id&#9;name&#9;alias&#9;language&#9;source&#9;listed_at&#9;note&#10;</xsl:text>
    <xsl:apply-templates select="//ENTITIES/ENTITY"/>
  </xsl:template>

  <xsl:template match="ENTITY">
    <xsl:call-template name="row">
      <xsl:with-param name="alias" select="FIRST_NAME"/>
    </xsl:call-template>
    <xsl:if test="normalize-space(NAME_ORIGINAL_SCRIPT) != '' and NAME_ORIGINAL_SCRIPT != FIRST_NAME">
      <xsl:call-template name="row">
        <xsl:with-param name="alias" select="NAME_ORIGINAL_SCRIPT"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="ENTITY_ALIAS[normalize-space(ALIAS_NAME) != ''
        and ALIAS_NAME != ../FIRST_NAME
        and not(ALIAS_NAME = ../NAME_ORIGINAL_SCRIPT)
        and not(ALIAS_NAME = preceding-sibling::ENTITY_ALIAS/ALIAS_NAME)]">
      <xsl:variable name="alias" select="ALIAS_NAME"/>
      <xsl:variable name="quality" select="QUALITY"/>
      <xsl:for-each select="..">
        <xsl:call-template name="row">
          <xsl:with-param name="alias" select="$alias"/>
          <xsl:with-param name="note" select="$quality"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="alias"/>
    <xsl:param name="note"/>
    <xsl:value-of select="normalize-space(REFERENCE_NUMBER)"/>
    <xsl:text>&#9;</xsl:text>
    <xsl:value-of select="normalize-space(translate(FIRST_NAME, '&quot;', ''))"/>
    <xsl:text>&#9;</xsl:text>
    <xsl:value-of select="normalize-space(translate($alias, '&quot;', ''))"/>
    <xsl:text>&#9;und&#9;UN Security Council, </xsl:text>
    <xsl:value-of select="normalize-space(UN_LIST_TYPE)"/>
    <xsl:text>&#9;</xsl:text>
    <xsl:value-of select="substring(normalize-space(LISTED_ON), 1, 10)"/>
    <xsl:text>&#9;</xsl:text>
    <xsl:value-of select="normalize-space(translate($note, '&quot;', ''))"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
