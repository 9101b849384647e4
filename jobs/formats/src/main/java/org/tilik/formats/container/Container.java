// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a dump file is packed in, told by its first bytes and never by its name. */
public enum Container {
    PLAIN("plain text"),
    GZIP("gzip"),
    ZSTD("zstd"),
    BZIP2("bzip2"),
    XZ("xz"),
    ZIP("zip"),
    TAR("tar"),
    SEVEN_ZIP("7-Zip"),
    LZ4("lz4"),
    UTF16("UTF-16 text");

    /** So many first bytes are enough to tell every container. */
    static final int HEAD_BYTES = 512;

    private final String title;

    Container(String title) {
        this.title = title;
    }

    /** The name for messages. */
    public String title() {
        return title;
    }

    /** Whether this version reads it. */
    public boolean readable() {
        return this != SEVEN_ZIP && this != LZ4 && this != UTF16;
    }

    /** The packed containers that this version reads, for messages. */
    static String readableTitles() {
        return Arrays.stream(values())
                .filter(container -> container != PLAIN && container.readable())
                .map(Container::title)
                .collect(Collectors.joining(", "));
    }

    /** Whether it holds members of their own names. */
    public boolean isArchive() {
        return this == TAR || this == ZIP;
    }

    /** The container that starts with these bytes; {@link #PLAIN} when no other is recognised. */
    public static Container of(byte[] head, int length) {
        if (length >= 4 && isZstd(head)) {
            return ZSTD;
        }
        if (startsWith(head, length, 0x1F, 0x8B, 0x08)) {
            return GZIP;
        }
        if (isBzip2(head, length)) {
            return BZIP2;
        }
        if (startsWith(head, length, 0xFD, '7', 'z', 'X', 'Z', 0x00)) {
            return XZ;
        }
        if (startsWith(head, length, 'P', 'K', 3, 4)
                || startsWith(head, length, 'P', 'K', 5, 6)
                || startsWith(head, length, 'P', 'K', 7, 8)) {
            return ZIP;
        }
        if (startsWith(head, length, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
            return SEVEN_ZIP;
        }
        if (startsWith(head, length, 0x04, 0x22, 0x4D, 0x18)) {
            return LZ4;
        }
        if (startsWith(head, length, 0xFF, 0xFE) || startsWith(head, length, 0xFE, 0xFF)) {
            return UTF16;
        }
        return isTar(head, length) ? TAR : PLAIN;
    }

    /** A zstd frame, or a skippable frame such as pzstd and seekable zstd write before their data. */
    private static boolean isZstd(byte[] head) {
        int magic = ZstdWindow.intAt(head, 0);
        return magic == ZstdWindow.FRAME_MAGIC || ZstdWindow.isSkippable(magic);
    }

    /** "BZh1" alone could begin a line of text, so the first block's magic (or the empty stream's) is asked for too. */
    private static boolean isBzip2(byte[] head, int length) {
        return startsWith(head, length, 'B', 'Z', 'h')
                && length >= 10
                && ((head[4] == 0x31 && head[5] == 0x41 && head[6] == 0x59)
                        || (head[4] == 0x17 && head[5] == 0x72 && head[6] == 0x45));
    }

    /** Archives of before 1988 have no magic, but every header has a checksum. */
    private static boolean isTar(byte[] head, int length) {
        return length >= TarHeader.BYTES && new TarHeader(head).isSound() && head[0] != 0;
    }

    private static boolean startsWith(byte[] head, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
