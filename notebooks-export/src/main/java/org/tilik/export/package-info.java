// SPDX-License-Identifier: GPL-3.0-or-later
/** A finished run as its readers meet it: run.json, tables, schemas and metrics. Knows files, not the program that wrote them. */
package org.tilik.export;
