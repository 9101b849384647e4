// SPDX-License-Identifier: GPL-3.0-or-later
/** The job that goes on: dumps are decoded as they come, and the tables are written anew from time to time. */
package org.tilik.pipeline.watch;
