// SPDX-License-Identifier: GPL-3.0-or-later
/** The removal estimators alone, on rows of a file: what {@code tilik estimate} reads and prints. */
package org.tilik.pipeline.estimate;
