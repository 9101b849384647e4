// SPDX-License-Identifier: GPL-3.0-or-later
/** Tables as Parquet files without Hadoop: typed rows, sorted buckets, manifest and success mark, source, digest. */
package org.tilik.pipeline.table;
