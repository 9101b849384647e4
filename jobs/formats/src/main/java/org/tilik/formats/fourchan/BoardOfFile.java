// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import org.tilik.model.SourcePosition;

/** The board that a record's file is named by, looked up once for the records of a file that follow one another. */
public final class BoardOfFile {
    private String file;
    private String member;
    private String board;

    /** The board ({@link Board#of}); null where file and member name none or several. */
    public String of(SourcePosition source) {
        if (!source.file().equals(file) || !source.member().equals(member)) {
            file = source.file();
            member = source.member();
            board = Board.of(source).orElse(null);
        }
        return board;
    }
}
