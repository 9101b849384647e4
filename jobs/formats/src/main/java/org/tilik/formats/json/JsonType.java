// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

/** What a value is, as its first byte tells. */
public enum JsonType {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    TRUE,
    FALSE,
    NULL
}
