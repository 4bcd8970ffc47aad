package dev.regulars.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.web.openapi.schema.Schemas;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.junit.jupiter.api.Test;

/** Readers of the document take it by the letter. */
class SchemasTest {

    @Test
    void alternativesAreNeitherOneTypeNorAnotherSchema() {
        var either = OASFactory.createSchema()
                .ref("#/components/schemas/LoginName")
                .addType(SchemaType.OBJECT)
                .anyOf(List.of(OASFactory.createSchema().addType(SchemaType.STRING)));

        var read = Schemas.readable(either);

        assertThat(read.getRef()).isNull();
        assertThat(read.getType()).isNull();
        assertThat(read.getAnyOf()).hasSize(1);
    }

    @Test
    void stepsThatBinaryNumbersMissAreLeftOut() {
        var price = OASFactory.createSchema().multipleOf(new BigDecimal("1E-15"));
        var cents = OASFactory.createSchema().multipleOf(new BigDecimal("0.01"));

        assertThat(Schemas.readable(price).getMultipleOf()).isNull();
        assertThat(Schemas.readable(cents).getMultipleOf()).isEqualByComparingTo("0.01");
    }
}
