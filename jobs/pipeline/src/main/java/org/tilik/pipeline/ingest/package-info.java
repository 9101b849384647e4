// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * From dumps to items and observations: every input is decoded once into {@code work/captures}, then all captures of an
 * item are merged. Every record read has one disposition, and they add up.
 */
package org.tilik.pipeline.ingest;
