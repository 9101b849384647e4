// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rows of gazetteer files, checked one by one; what a person wrote for this study may have no fault. */
final class GazetteerRows {
    private static final List<String> REQUIRED =
            List.of("organisation_id", "name", "alias", "language", "source", "listed_at");
    private static final List<String> OPTIONAL = List.of("match", "context", "note");
    private static final Pattern ID = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Set<String> MATCHES = Set.of("", "any", "case");
    private static final int FEWEST_CHARS = 2;

    private final List<OrganisationAlias> aliases = new ArrayList<>();
    private final Map<String, Organisation> organisations = new HashMap<>();
    private final Map<List<String>, String> places = new HashMap<>();
    private String file = "";

    Gazetteer gazetteer() {
        return new Gazetteer(aliases);
    }

    void read(String name, Reader in) throws IOException {
        file = name;
        BufferedReader buffered = new BufferedReader(in);
        char separator = separator(buffered);
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(buffered)) {
            Map<String, Integer> header = null;
            for (CsvRecord row : csv) {
                if (header == null) {
                    header = header(row);
                } else {
                    read(row, header);
                }
            }
            if (header == null) {
                throw new GazetteerException(
                        file + " is empty; expected a first row " + String.join(",", REQUIRED) + ".");
            }
        } catch (CsvParseException e) {
            throw new GazetteerException(file + " is no CSV: " + e.getMessage() + "; check its quotation marks.", e);
        }
    }

    /** A tab in the first row makes it tab-separated; the byte order mark of some spreadsheets is passed over. */
    private static char separator(BufferedReader in) throws IOException {
        in.mark(8192);
        if (in.read() != 0xfeff) {
            in.reset();
            in.mark(8192);
        } else {
            in.mark(8192);
        }
        char separator = ',';
        for (int i = 0; i < 8000; i++) {
            int c = in.read();
            if (c < 0 || c == '\n' || c == '\r') {
                break;
            }
            if (c == '\t') {
                separator = '\t';
                break;
            }
        }
        in.reset();
        return separator;
    }

    private Map<String, Integer> header(CsvRecord row) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String column = row.getField(i).strip();
            if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
                throw new GazetteerException(file + ", row 1: unknown column '" + column + "'; known are "
                        + String.join(", ", REQUIRED) + ", " + String.join(", ", OPTIONAL) + ".");
            }
            if (columns.put(column, i) != null) {
                throw new GazetteerException(file + ", row 1: column " + column + " stands twice; keep one.");
            }
        }
        for (String column : REQUIRED) {
            if (!columns.containsKey(column)) {
                throw new GazetteerException(file + ", row 1: column " + column + " is missing; expected "
                        + String.join(",", REQUIRED) + ".");
            }
        }
        return columns;
    }

    private void read(CsvRecord row, Map<String, Integer> header) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            throw new GazetteerException(file + ", row " + line + " has " + row.getFieldCount() + " cells; expected "
                    + header.size() + " as in the first row. A cell with a comma needs quotation marks.");
        }
        Cells cells = new Cells(row, header, line);
        String id = cells.matching("organisation_id", ID, "1 to 64 letters, digits, '.', '_' or '-'");
        Organisation organisation = organisation(id, cells.filled("name"), line);
        String alias = cells.filled("alias");
        if (FoldedWords.of(alias).chars() < FEWEST_CHARS) {
            throw cells.fault(
                    "alias", "at least " + FEWEST_CHARS + " letters or digits: less is met in nearly every text");
        }
        String language = cells.matching("language", LANGUAGE, "a code such as en, id, ar, or und");
        String match = cells.cell("match");
        if (!MATCHES.contains(match)) {
            throw cells.fault("match", "any, case, or nothing");
        }
        OrganisationAlias read = new OrganisationAlias(
                organisation,
                alias,
                language,
                cells.filled("source"),
                cells.day("listed_at"),
                match.equals("case"),
                context(cells),
                cells.cell("note"));
        String place = file + ", row " + line;
        String earlier = places.putIfAbsent(List.of(id, alias, language, read.source()), place);
        if (earlier != null) {
            throw new GazetteerException(place + ": '" + alias + "' of " + id + " stands already in " + earlier
                    + " with the same language and source; remove one of the two.");
        }
        aliases.add(read);
    }

    private List<String> context(Cells cells) {
        List<String> words = Arrays.stream(cells.cell("context").split(";", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        for (String word : words) {
            if (FoldedWords.of(word).count() == 0) {
                throw cells.fault("context", "words, with ';' between them");
            }
        }
        return words;
    }

    private Organisation organisation(String id, String name, long line) {
        Organisation known = organisations.computeIfAbsent(id, missing -> new Organisation(missing, name));
        if (!known.name().equals(name)) {
            throw new GazetteerException(file + ", row " + line + ", column name: '" + name + "', but " + id
                    + " was called '" + known.name() + "' before; expected one name for each organisation_id.");
        }
        return known;
    }

    /** The cells of one row by the name of their column. */
    private final class Cells {
        private final CsvRecord row;
        private final Map<String, Integer> header;
        private final long line;

        Cells(CsvRecord row, Map<String, Integer> header, long line) {
            this.row = row;
            this.header = header;
            this.line = line;
        }

        String cell(String column) {
            Integer place = header.get(column);
            return place == null ? "" : row.getField(place).strip();
        }

        String filled(String column) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                throw fault(column, "a value");
            }
            return cell;
        }

        String matching(String column, Pattern pattern, String expected) {
            String cell = cell(column);
            if (!pattern.matcher(cell).matches()) {
                throw fault(column, expected);
            }
            return cell;
        }

        LocalDate day(String column) {
            try {
                return LocalDate.parse(cell(column));
            } catch (DateTimeParseException e) {
                throw new GazetteerException(message(column, "a day such as 2014-09-24"), e);
            }
        }

        GazetteerException fault(String column, String expected) {
            return new GazetteerException(message(column, expected));
        }

        private String message(String column, String expected) {
            return file + ", row " + line + ", column " + column + ": found '" + cell(column) + "'; expected "
                    + expected + ".";
        }
    }
}
