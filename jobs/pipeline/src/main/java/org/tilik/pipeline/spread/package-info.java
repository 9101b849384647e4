// SPDX-License-Identifier: GPL-3.0-or-later
/** Spread: how far and how fast material travelled, from the tables of ingest and classify. */
package org.tilik.pipeline.spread;
