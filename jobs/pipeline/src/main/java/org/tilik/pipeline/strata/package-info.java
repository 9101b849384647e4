// SPDX-License-Identifier: GPL-3.0-or-later
/** In which groups items are counted, and which of these groups may be published. */
package org.tilik.pipeline.strata;
