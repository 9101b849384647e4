// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** The minutes of recorded streams, unpacked. */
final class StreamMembers {
    private StreamMembers() {}

    /** The stream's archives in a folder, in order of name. */
    static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("twitter-stream-"))
                    .sorted()
                    .toList();
        }
    }

    /** The text of each member of an archive, by name. */
    static Map<String, String> of(Path archive) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(open(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                byte[] packed = tar.readAllBytes();
                boolean bzip2 = entry.getName().endsWith(".bz2");
                InputStream member = new ByteArrayInputStream(packed);
                byte[] plain = bzip2 ? new BZip2CompressorInputStream(member).readAllBytes() : packed;
                if (members.put(entry.getName(), new String(plain, StandardCharsets.US_ASCII)) != null) {
                    throw new AssertionError(entry.getName() + " is there twice");
                }
            }
        }
        return members;
    }

    private static InputStream open(Path archive) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(archive));
        String name = archive.getFileName().toString();
        if (name.endsWith(".gz")) {
            return new GZIPInputStream(raw);
        }
        return name.endsWith(".zst") ? new ZstdInputStream(raw) : raw;
    }

    /** The lines of a member that are no keep-alive. */
    static List<String> lines(String member) {
        return member.lines().filter(line -> !line.isBlank()).toList();
    }
}
