// SPDX-License-Identifier: GPL-3.0-or-later
/** The job classify: which items say the same, what their texts are called, and which of them are measured. */
package org.tilik.pipeline.classify;
