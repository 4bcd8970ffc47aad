package dev.regulars.rewards.product.body;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.regulars.web.refusal.Refusal;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads changes of products from CSV with a header of their names; an empty cell leaves what is. */
@Provider
@Consumes("text/csv")
public class ProductCsv implements MessageBodyReader<List<ProductChange>> {

    private static final Set<String> NUMBERS = Set.of("price", "stocks", "discountPrice");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern FLAG = Pattern.compile("true|false");

    private final ObjectMapper json;

    public ProductCsv(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return List.class.isAssignableFrom(type) && generic.getTypeName().contains(ProductChange.class.getName());
    }

    /** By way of JSON, so that both forms are read alike. */
    @Override
    public List<ProductChange> readFrom(
            Class<List<ProductChange>> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        ArrayNode all = json.createArrayNode();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .allowMissingFields(false)
                .allowExtraFields(false)
                .ofNamedCsvRecord(body)) {
            for (NamedCsvRecord row : rows) {
                all.add(object(row));
            }
        } catch (CsvParseException | UncheckedIOException unreadable) {
            throw Refusal.unreadable(unreadable.getClass().getSimpleName());
        }
        return json.readerForListOf(ProductChange.class).readValue(all);
    }

    private ObjectNode object(NamedCsvRecord row) {
        ObjectNode one = json.createObjectNode();
        for (String name : row.getHeader()) {
            String cell = row.getField(name);
            if (cell.isEmpty()) {
                continue;
            }
            if (NUMBERS.contains(name) && NUMBER.matcher(cell).matches()) {
                one.put(name, Long.parseLong(cell));
            } else if ((name.startsWith("is") || name.startsWith("should"))
                    && FLAG.matcher(cell).matches()) {
                one.put(name, Boolean.parseBoolean(cell));
            } else {
                one.put(name, cell);
            }
        }
        return one;
    }
}
