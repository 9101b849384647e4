// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tilik.export.ExportError;

/** Where a run lies, as the user wrote it. */
final class RunPlace {
    private RunPlace() {}

    /** The folder of this machine; refuses addresses of other file systems with what to do. */
    static Path local(String place) {
        if (place.startsWith("file:/")) {
            return path(place.replaceFirst("^file:/+", "/"), place);
        }
        if (place.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")) {
            throw ExportError.usage(
                    place + " is not on this machine, and export reads local folders only. Copy run.json"
                            + " and release/ of that output to a local folder first (nothing else is needed; leave restricted/"
                            + " where it is), then give that folder.");
        }
        return path(place, place);
    }

    private static Path path(String path, String place) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw ExportError.usage("'" + place + "' is no path: " + e.getReason(), e);
        }
    }
}
