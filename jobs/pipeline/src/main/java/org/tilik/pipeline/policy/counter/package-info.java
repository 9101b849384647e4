// SPDX-License-Identifier: GPL-3.0-or-later
/** How much speaks against extremist material, beside it and in answer to it. */
package org.tilik.pipeline.policy.counter;
