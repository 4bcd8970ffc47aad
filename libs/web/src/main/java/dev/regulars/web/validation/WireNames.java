package dev.regulars.web.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;

/** Refusals name a property as it is on the wire, also where Java has no such name: {@code class}. */
@Singleton
class WireNames implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.propertyNodeNameProvider(WireNames::nameOf);
    }

    private static String nameOf(Property property) {
        if (property instanceof JavaBeanProperty bean) {
            try {
                JsonProperty wire = bean.getDeclaringClass()
                        .getDeclaredField(bean.getName())
                        .getAnnotation(JsonProperty.class);
                return wire == null || wire.value().isEmpty() ? bean.getName() : wire.value();
            } catch (NoSuchFieldException e) {
                return bean.getName();
            }
        }
        return property.getName();
    }
}
