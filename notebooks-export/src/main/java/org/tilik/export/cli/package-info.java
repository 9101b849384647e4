// SPDX-License-Identifier: GPL-3.0-or-later
/** The commands that read finished runs: export, cite, diff. */
package org.tilik.export.cli;
