// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks through one JSON record in memory. What a decoder asks for is built, all else is only checked, eight bytes at a
 * step: records of dumps have some eighty fields of which some twenty matter.
 *
 * <p>Strict: it accepts what RFC 8259 and valid UTF-8 (RFC 3629) allow and nothing else, everywhere in the record, also in
 * what is passed over. Fields may come twice; both are handed out. At most 1000 levels of nesting and 1000 digits of a
 * number are read. Not thread-safe; used again for record after record.
 */
public final class JsonScanner {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private static final int MOST_LEVELS = 1000;

    private byte[] bytes;
    private int start;
    private int at;
    private int end;
    private int levels;
    private boolean entered;

    private boolean plainAscii;
    private boolean escaped;
    private final JsonNumber number = new JsonNumber();
    private final JsonText text = new JsonText();

    /** Begins a record; a byte-order mark before it is passed over. */
    public void open(byte[] array, int from, int to) {
        bytes = array;
        start = from;
        at = from;
        end = to;
        levels = 0;
        entered = false;
        if (end - at >= 3 && bytes[at] == (byte) 0xEF && bytes[at + 1] == (byte) 0xBB && bytes[at + 2] == (byte) 0xBF) {
            at += 3;
        }
        skipSpace();
    }

    /** Whether nothing but white space follows. */
    public boolean atEnd() {
        skipSpace();
        return at == end;
    }

    /** What the next value is. */
    public JsonType type() throws JsonProblem {
        return switch (at < end ? bytes[at] : 0) {
            case '{' -> JsonType.OBJECT;
            case '[' -> JsonType.ARRAY;
            case '"' -> JsonType.STRING;
            case 't' -> JsonType.TRUE;
            case 'f' -> JsonType.FALSE;
            case 'n' -> JsonType.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonType.NUMBER;
            default -> throw problem();
        };
    }

    /** Steps into the object that is the next value. */
    public void enterObject() throws JsonProblem {
        expect('{');
        descend();
        entered = true;
    }

    /** Steps to the value of the next field of the object; null after its last, when the object has been left. */
    public <F extends Enum<F>> F nextField(JsonFields<F> fields) throws JsonProblem {
        if (!toName('}')) {
            return null;
        }
        int from = at + 1;
        skipString();
        F field = escaped ? fieldOfEscaped(fields, from) : fields.find(bytes, from, at - 1);
        toValue();
        return field;
    }

    private <F extends Enum<F>> F fieldOfEscaped(JsonFields<F> fields, int from) {
        byte[] name = text.of(bytes, from, at - 1).getBytes(StandardCharsets.UTF_8);
        return fields.find(name, 0, name.length);
    }

    /** Steps into the array that is the next value. */
    public void enterArray() throws JsonProblem {
        expect('[');
        descend();
        entered = true;
    }

    /** Steps to the next element of the array; false after its last, when the array has been left. */
    public boolean nextElement() throws JsonProblem {
        return toNext(']');
    }

    /** The text of the next value, which is a string. */
    public String string() throws JsonProblem {
        int from = at + 1;
        skipString();
        if (escaped) {
            return text.of(bytes, from, at - 1);
        }
        return new String(
                bytes, from, at - 1 - from, plainAscii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** The next value, which is a number, to the nearest double. */
    public double number() throws JsonProblem {
        int from = at;
        skipNumber();
        return number.value(bytes, from, at);
    }

    /** The digits of the next value, which is a number; null where it has a fraction or an exponent. */
    public String integer() throws JsonProblem {
        int from = at;
        skipNumber();
        return number.isInteger() ? new String(bytes, from, at - from, StandardCharsets.ISO_8859_1) : null;
    }

    /** Passes over the next value, whatever it is. */
    public void skip() throws JsonProblem {
        switch (at < end ? bytes[at] : 0) {
            case '"' -> skipString();
            case 'n' -> skipWord(NULL);
            case 'f' -> skipWord(FALSE);
            case 't' -> skipWord(TRUE);
            case '{' -> skipObject();
            case '[' -> skipArray();
            default -> skipNumber();
        }
    }

    private void skipObject() throws JsonProblem {
        enterObject();
        while (toName('}')) {
            skipString();
            toValue();
            skip();
        }
    }

    private void skipArray() throws JsonProblem {
        enterArray();
        while (toNext(']')) {
            skip();
        }
    }

    private void descend() throws JsonProblem {
        if (++levels > MOST_LEVELS) {
            throw problem();
        }
    }

    private boolean toName(char closing) throws JsonProblem {
        if (!toNext(closing)) {
            return false;
        }
        if (at == end || bytes[at] != '"') {
            throw problem();
        }
        return true;
    }

    /** Steps over the comma to what follows, or over the closing bracket. */
    private boolean toNext(char closing) throws JsonProblem {
        skipSpace();
        if (at == end) {
            throw problem();
        }
        if (bytes[at] == closing) {
            at++;
            levels--;
            entered = false;
            return false;
        }
        if (entered) {
            entered = false;
            return true;
        }
        expect(',');
        skipSpace();
        return true;
    }

    private void toValue() throws JsonProblem {
        skipSpace();
        expect(':');
        skipSpace();
    }

    private void expect(char wanted) throws JsonProblem {
        if (at == end || bytes[at] != wanted) {
            throw problem();
        }
        at++;
    }

    private void skipSpace() {
        while (at < end && bytes[at] <= ' ' && isSpace(bytes[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    private void skipWord(byte[] word) throws JsonProblem {
        if (end - at < word.length || !Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
            throw problem();
        }
        at += word.length;
    }

    /** From an opening quote to behind the closing one; notes whether there were escapes and other than ASCII. */
    private void skipString() throws JsonProblem {
        escaped = false;
        plainAscii = true;
        int i = at + 1;
        while (true) {
            i = endOfPlain(i);
            if (i >= end) {
                at = end;
                throw problem();
            }
            byte b = bytes[i];
            if (b == '"') {
                at = i + 1;
                return;
            } else if (b == '\\') {
                escaped = true;
                i = endOfEscape(i);
            } else if (b < 0) {
                plainAscii = false;
                i = Utf8.endOfSequences(bytes, i, end);
                if (i < 0) {
                    throw problem();
                }
            } else {
                at = i;
                throw problem();
            }
        }
    }

    /** The first quote, backslash, control character or byte beyond ASCII, or {@link #end}. */
    private int endOfPlain(int from) {
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long word = (long) LONGS.get(bytes, i);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            // A high bit in a byte that is one of them; borrows reach only bytes behind the first.
            long found =
                    (((quote - ONES) & ~quote) | ((backslash - ONES) & ~backslash) | (word - SPACES) | word) & HIGHS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        while (i < end && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    private int endOfEscape(int from) throws JsonProblem {
        int last = from + 1;
        if (last < end) {
            switch (bytes[last]) {
                case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                    return last + 1;
                }
                case 'u' -> {
                    if (end - last > 4 && JsonText.isHex(bytes, last + 1)) {
                        return last + 5;
                    }
                }
                default -> {}
            }
        }
        at = from;
        throw problem();
    }

    private void skipNumber() throws JsonProblem {
        int to = number.end(bytes, at, end);
        if (to < 0) {
            throw problem();
        }
        at = to;
    }

    private JsonProblem problem() {
        return new JsonProblem(at - start);
    }
}
