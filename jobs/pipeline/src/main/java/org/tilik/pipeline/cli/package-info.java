// SPDX-License-Identifier: GPL-3.0-or-later
/** The command line: options, exit codes, dry runs, progress. What a stage does lies elsewhere. */
package org.tilik.pipeline.cli;
