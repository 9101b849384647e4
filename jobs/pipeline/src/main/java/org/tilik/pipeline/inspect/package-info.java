// SPDX-License-Identifier: GPL-3.0-or-later
/** What a dump file is, before a study reads it. */
package org.tilik.pipeline.inspect;
