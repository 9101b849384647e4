// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system in memory with little room, which only root may mount; gone when it is closed, with all that it holds. */
final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Mounts it at the place, with room for so many kibibytes. */
    static SmallDisk mount(Path place, long kibibytes) throws IOException, InterruptedException {
        Files.createDirectories(place);
        carryOut(List.of("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", place.toString()));
        return new SmallDisk(place);
    }

    /** From now on it has room for so many kibibytes. */
    void resize(long kibibytes) throws IOException, InterruptedException {
        carryOut(List.of("mount", "-o", "remount,size=" + kibibytes + "k", place.toString()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        carryOut(List.of("umount", place.toString()));
    }

    private static void carryOut(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with code " + code
                    + "; the test of a full disk must run as root.");
        }
    }
}
