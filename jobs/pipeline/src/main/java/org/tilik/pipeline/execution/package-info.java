// SPDX-License-Identifier: GPL-3.0-or-later
/** How jobs are run: one batch environment for local runs and clusters, one way to wait for the result. */
package org.tilik.pipeline.execution;
