// SPDX-License-Identifier: GPL-3.0-or-later
/** The measures of spread: numbers of strata as rows, and which of them may be published. */
package org.tilik.pipeline.spread.measure;
