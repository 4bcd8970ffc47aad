package dev.regulars.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.config.ObjectMapperConfig;
import io.restassured.filter.log.LogDetail;

/** What RestAssured does anew for every call is done once, and what it keeps for the message of a failure is kept as it came. */
final class RestAssuredSetup {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private RestAssuredSetup() {}

    static void apply() {
        CompiledPaths.use();
        RestAssured.config = RestAssured.config()
                .objectMapperConfig(
                        ObjectMapperConfig.objectMapperConfig().jackson2ObjectMapperFactory((type, charset) -> JSON))
                .logConfig(LogConfig.logConfig()
                        .enableLoggingOfRequestAndResponseIfValidationFails(LogDetail.ALL)
                        .enablePrettyPrinting(false));
    }
}
