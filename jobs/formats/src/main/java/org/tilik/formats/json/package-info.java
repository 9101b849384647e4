// SPDX-License-Identifier: GPL-3.0-or-later
/** Reads the few fields that a decoder wants out of a JSON record, and only checks the many others. */
package org.tilik.formats.json;
