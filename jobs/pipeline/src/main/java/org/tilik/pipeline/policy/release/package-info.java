// SPDX-License-Identifier: GPL-3.0-or-later
/** Which rows of policy tables may be published, and what stands for those that are held back. */
package org.tilik.pipeline.policy.release;
