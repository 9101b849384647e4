// SPDX-License-Identifier: GPL-3.0-or-later
/** How long trees and families take to reach a number of copies, and how fast their copies double. */
package org.tilik.measure.spread.timing;
