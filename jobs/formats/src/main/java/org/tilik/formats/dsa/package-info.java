// SPDX-License-Identifier: GPL-3.0-or-later
/** Statements of reasons of the European Union's DSA Transparency Database, as its daily dumps have them. */
package org.tilik.formats.dsa;
