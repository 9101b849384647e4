// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.followers;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.tilik.formats.StudyInputException;
import org.tilik.formats.container.TextMembers;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.ListRows;
import org.tilik.model.Platform;

/**
 * A list of who follows whom, plain or in any container: a CSV with the header {@code
 * platform,account_id,follows_account_id}, or pairs of Twitter ids in lines {@code follower<TAB>followed} without a header,
 * as the files {@code who-follows-whom.dat} of the PHEME corpus have them (Zubiaga and others, Analysing how people orient
 * to and spread rumours in social media, 2016, doi:10.1371/journal.pone.0150989). That the first of the two is the follower
 * was checked there: 19,643 of its 45,240 retweeters follow the author of what they retweet if read so, and 1,541 if read
 * the other way.
 *
 * <p>An archive may hold other members, which are passed over and counted; a list is told by its header, pairs by their
 * file name. The first fault in a list stops with its file and row, as in all lists that belong to a study.
 */
public final class FollowerList {
    private static final String[] COLUMNS = {"platform", "account_id", "follows_account_id"};
    private static final String PAIRS_NAME = "who-follows-whom.dat";
    private static final int HEAD_BYTES = 1 << 12;

    private final ListRows rows;
    private final Visitor visitor;
    private long pairs;

    private FollowerList(String file, Visitor visitor) {
        this.rows = new ListRows(file);
        this.visitor = visitor;
    }

    /** What is done with each pair. */
    public interface Visitor {
        /** One account is shown what another one posts. */
        void follows(Platform platform, String account, String followed);
    }

    /**
     * What a file held.
     *
     * @param pairs rows, the same pair counted as often as it stands there
     * @param lists lists
     * @param skippedMembers members of the archive that are no lists
     */
    public record Counts(long pairs, long lists, long skippedMembers) {
        /** Of no file. */
        public static final Counts NONE = new Counts(0, 0, 0);

        /** Those of two files together. */
        public Counts with(Counts other) {
            return new Counts(pairs + other.pairs, lists + other.lists, skippedMembers + other.skippedMembers);
        }
    }

    /**
     * Reads a file to its end.
     *
     * @param file its name, for messages
     * @throws StudyInputException naming file, row and what was expected, also where no member is a list
     */
    public static Counts read(InputStream in, String file, Visitor visitor) {
        Counts counts = Counts.NONE;
        try (TextMembers members = TextMembers.open(in, file)) {
            Optional<TextMembers.Member> member = members.next();
            while (member.isPresent()) {
                counts = counts.with(read(member.get(), file, visitor));
                member = members.next();
            }
        } catch (IOException e) {
            throw new StudyInputException(file + " could not be read: " + e.getMessage(), e);
        }
        if (counts.lists() == 0) {
            throw new StudyInputException(file + " holds no list of who follows whom; expected a CSV with the header "
                    + String.join(",", COLUMNS) + ", or a file " + PAIRS_NAME + " of lines follower<TAB>followed.");
        }
        return counts;
    }

    private static Counts read(TextMembers.Member member, String file, Visitor visitor) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(member.bytes(), HEAD_BYTES);
        String name = member.name().isEmpty() ? file : file + "!/" + member.name();
        FollowerList list = new FollowerList(name, visitor);
        if (isNamed(member.name().isEmpty() ? file : member.name())) {
            list.readPairs(bytes);
        } else if (member.name().isEmpty() || hasHeader(bytes)) {
            list.readCsv(bytes);
        } else {
            return new Counts(0, 0, 1);
        }
        return new Counts(list.pairs, 1, 0);
    }

    private static boolean isNamed(String path) {
        return path.substring(path.lastIndexOf('/') + 1).equals(PAIRS_NAME);
    }

    private static boolean hasHeader(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD_BYTES);
        byte[] head = bytes.readNBytes(HEAD_BYTES);
        bytes.reset();
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return CsvColumns.of(Arrays.copyOf(head, end)).complaint(COLUMNS).isEmpty();
    }

    private void readPairs(InputStream bytes) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII));
        long number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                int tab = line.indexOf('\t');
                if (!isId(line, 0, tab) || !isId(line, tab + 1, line.length())) {
                    throw rows.fault(number, "is no pair of numbers with a tab between them");
                }
                follows(Platform.TWITTER, line.substring(0, tab), line.substring(tab + 1));
            }
            number++;
        }
    }

    private static boolean isId(String text, int from, int to) {
        return from < to && text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void readCsv(InputStream bytes) {
        rows.read(
                bytes,
                COLUMNS,
                (row, number) -> follows(
                        rows.platform(row.get("platform"), number),
                        account(row, "account_id", number),
                        account(row, "follows_account_id", number)));
    }

    private String account(CsvRow row, String column, long number) {
        String cell = row.get(column);
        if (cell == null) {
            throw rows.fault(number, "has no " + column);
        }
        return cell;
    }

    private void follows(Platform platform, String account, String followed) {
        pairs++;
        visitor.follows(platform, account, followed);
    }
}
