// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tilik.formats.StudyInputException;

/**
 * The texts of a file that belongs to a study, one after the other, whatever it is packed in: the file itself, or the
 * members of its archive. A dump may be damaged; a list that is only half there would give wrong numbers, so whatever
 * cannot be opened or read stops with its name.
 */
public final class TextMembers implements Closeable {
    private final InputStream opened;
    private final String file;
    private final DumpWalk walk;
    private ContentStream content;

    private TextMembers(InputStream opened, String file, DumpWalk walk) {
        this.opened = opened;
        this.file = file;
        this.walk = walk;
    }

    /**
     * A text.
     *
     * @param name its path in the archive; empty for a file that is none
     * @param bytes its bytes, until the next text is asked for
     */
    public record Member(String name, InputStream bytes) {}

    /**
     * Opens a file by its content. The stream belongs to this from here on.
     *
     * @param file its name, for messages
     */
    public static TextMembers open(InputStream stream, String file) throws IOException {
        RawInput input = new RawInput(stream);
        ReadLimits limits = ReadLimits.DEFAULT;
        return new TextMembers(stream, file, DumpWalk.through(input, file, new Expansion(input::count, limits), limits));
    }

    /** The next text; empty behind the last. What cannot be text is passed over. */
    public Optional<Member> next() throws IOException {
        requireWhole();
        DumpWalk.Found found = walk.next();
        while (found instanceof DumpWalk.NoDump) {
            found = walk.next();
        }
        if (found instanceof DumpWalk.Refused refused) {
            throw fault(refused.member(), refused.detail());
        }
        if (found instanceof DumpWalk.Text text) {
            content = text.content();
            return Optional.of(new Member(text.member(), new MemberBytes(text)));
        }
        return Optional.empty();
    }

    private void requireWhole() {
        if (content != null && content.damage() != null) {
            throw fault("", content.damage().getMessage());
        }
    }

    private StudyInputException fault(String member, String detail) {
        return new StudyInputException(file + (member.isEmpty() ? "" : DumpWalk.INSIDE + member) + ": " + detail);
    }

    @Override
    public void close() throws IOException {
        try {
            walk.close();
        } finally {
            opened.close();
        }
    }

    /** The bytes of one text; damage is told where it is met. */
    private final class MemberBytes extends InputStream {
        private final DumpWalk.Text text;

        MemberBytes(DumpWalk.Text text) {
            this.text = text;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = text.content().read(target, offset, length);
            if (n < 0 && text.content().damage() != null) {
                throw fault(text.member(), text.content().damage().getMessage());
            }
            return n;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }
    }
}
