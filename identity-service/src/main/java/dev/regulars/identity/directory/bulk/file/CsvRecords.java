package dev.regulars.identity.directory.bulk.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into records within bounded memory, so that one bad record spoils no other: where quotes are wrong, the record is its
 * first line, and the next one begins behind it. A parser of whole files would take all that follows for one cell.
 */
final class CsvRecords implements Iterator<CsvRecords.CsvRecordBytes> {

    static final int MOST_BYTES = 64 << 10;
    private static final int MOST_LINES = 200;
    private static final int BUFFER = 32 << 10;

    /** Whether a record can be read. */
    enum State {
        WHOLE,
        QUOTES_WRONG,
        TOO_LONG
    }

    /** A record without its line break; the first bytes of one that is too long. */
    record CsvRecordBytes(ByteBuffer bytes, State state) {}

    private enum Place {
        BEGIN_OF_CELL,
        PLAIN,
        QUOTED,
        BEHIND_QUOTE
    }

    private final InputStream in;
    private final int separator;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private byte[] again = new byte[0];
    private int againAt;
    private @Nullable CsvRecordBytes next;

    CsvRecords(InputStream in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    @Override
    public boolean hasNext() {
        while (next == null && peek() >= 0) {
            CsvRecordBytes found = read();
            next = !found.bytes().hasRemaining() ? null : found; // an empty line is no record
        }
        return next != null;
    }

    @Override
    public CsvRecordBytes next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        CsvRecordBytes found = next;
        next = null;
        return found;
    }

    private CsvRecordBytes read() {
        var record = new ByteArrayOutputStream(128);
        Place place = Place.BEGIN_OF_CELL;
        int firstLine = -1;
        int lines = 0;
        while (true) {
            int one = take();
            boolean ends = one < 0 || (one == '\n' && place != Place.QUOTED);
            if (ends) {
                return one < 0 && place == Place.QUOTED
                        ? wrong(record, firstLine)
                        : new CsvRecordBytes(withoutReturn(record.toByteArray()), State.WHOLE);
            }
            if (place == Place.BEHIND_QUOTE && one != '"' && one != separator && one != '\r') {
                record.write(one);
                return wrong(record, firstLine);
            }
            if (one == '\n' && firstLine < 0) {
                firstLine = record.size();
            }
            lines += one == '\n' ? 1 : 0;
            record.write(one);
            if (record.size() >= MOST_BYTES || lines > MOST_LINES) {
                return firstLine < 0 ? skipLine(record) : wrong(record, firstLine);
            }
            place = after(place, one);
        }
    }

    private Place after(Place place, int one) {
        return switch (place) {
            case BEGIN_OF_CELL -> one == '"' ? Place.QUOTED : outside(one);
            case PLAIN -> outside(one);
            case QUOTED -> one == '"' ? Place.BEHIND_QUOTE : Place.QUOTED;
            case BEHIND_QUOTE -> one == '"' ? Place.QUOTED : one == '\r' ? Place.BEHIND_QUOTE : outside(one);
        };
    }

    private Place outside(int one) {
        return one == separator ? Place.BEGIN_OF_CELL : Place.PLAIN;
    }

    /** The first line alone; what follows it is read again. */
    private CsvRecordBytes wrong(ByteArrayOutputStream record, int firstLine) {
        byte[] all = record.toByteArray();
        if (firstLine < 0) {
            return skipLine(record, State.QUOTES_WRONG);
        }
        int behind = all.length - firstLine - 1;
        byte[] rest = new byte[behind + again.length - againAt];
        System.arraycopy(all, firstLine + 1, rest, 0, behind);
        System.arraycopy(again, againAt, rest, behind, again.length - againAt);
        again = rest;
        againAt = 0;
        return new CsvRecordBytes(withoutReturn(Arrays.copyOf(all, firstLine)), State.QUOTES_WRONG);
    }

    private CsvRecordBytes skipLine(ByteArrayOutputStream record) {
        return skipLine(record, State.TOO_LONG);
    }

    private CsvRecordBytes skipLine(ByteArrayOutputStream record, State state) {
        int one = take();
        while (one >= 0 && one != '\n') {
            one = take();
        }
        return new CsvRecordBytes(ByteBuffer.wrap(record.toByteArray()), state);
    }

    private static ByteBuffer withoutReturn(byte[] bytes) {
        boolean has = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        return ByteBuffer.wrap(bytes, 0, has ? bytes.length - 1 : bytes.length);
    }

    private int peek() {
        if (againAt < again.length) {
            return again[againAt] & 0xFF;
        }
        return position < filled || fill() ? buffer[position] & 0xFF : -1;
    }

    private int take() {
        if (againAt < again.length) {
            return again[againAt++] & 0xFF;
        }
        return position < filled || fill() ? buffer[position++] & 0xFF : -1;
    }

    private boolean fill() {
        try {
            position = 0;
            filled = Math.max(0, in.readNBytes(buffer, 0, buffer.length));
            return filled > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
