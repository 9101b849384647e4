// SPDX-License-Identifier: GPL-3.0-or-later
/** Contenders that read the same dump on the same cores, and what they took; run by hand, see this module's README. */
package org.tilik.benchmark;
