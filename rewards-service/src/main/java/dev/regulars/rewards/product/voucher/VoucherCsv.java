package dev.regulars.rewards.product.voucher;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Reads codes from the first column of a CSV; a first row {@code code} is its header. */
@Provider
@Consumes("text/csv")
public class VoucherCsv implements MessageBodyReader<NewVouchers> {

    private static final String HEADER = "code";

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == NewVouchers.class;
    }

    @Override
    public NewVouchers readFrom(
            Class<NewVouchers> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        List<Secret> codes = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(body)) {
            rows.forEach(row -> codes.add(new Secret(row.getField(0).strip())));
        } catch (CsvParseException | UncheckedIOException unreadable) {
            throw Refusal.unreadable(unreadable.getClass().getSimpleName());
        }
        boolean headed = !codes.isEmpty() && codes.getFirst().value().equalsIgnoreCase(HEADER);
        return new NewVouchers(headed ? codes.subList(1, codes.size()) : codes, null);
    }
}
