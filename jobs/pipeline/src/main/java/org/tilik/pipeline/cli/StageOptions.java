// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.util.OptionalInt;

/**
 * How a stage runs; none of it changes a table.
 *
 * @param parallelism slots to use; empty leaves it to Flink's configuration or the number of cores
 * @param fresh whether inputs are decoded again that an earlier attempt has decoded
 * @param printPlan whether the execution plan is printed instead of executed
 * @param quiet whether no progress is shown
 */
public record StageOptions(OptionalInt parallelism, boolean fresh, boolean printPlan, boolean quiet) {}
