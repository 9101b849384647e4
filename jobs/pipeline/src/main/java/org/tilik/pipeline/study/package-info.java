// SPDX-License-Identifier: GPL-3.0-or-later
/** The study file, the inputs it names, and what one run of it is: ids, folders, keys. No Flink job lives here. */
package org.tilik.pipeline.study;
