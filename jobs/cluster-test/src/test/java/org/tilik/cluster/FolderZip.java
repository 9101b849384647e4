// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A folder with all its files, and when they were last changed to the second, in one zip. */
final class FolderZip {
    private FolderZip() {}

    static void pack(Path folder, Path zip) throws IOException {
        List<Path> files = RunTables.files(folder).stream().sorted().toList();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
                entry.setLastModifiedTime(Files.getLastModifiedTime(file));
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /** What lay in the folder before is deleted. */
    static void unpack(Path zip, Path folder) throws IOException {
        delete(folder);
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The entry " + entry.getName() + " of " + zip + " leads out of its folder.");
                }
                Files.createDirectories(target.getParent());
                Files.copy(file.getInputStream(entry), target);
                Files.setLastModifiedTime(target, entry.getLastModifiedTime());
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
