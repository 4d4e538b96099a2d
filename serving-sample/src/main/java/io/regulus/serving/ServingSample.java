package io.regulus.serving;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server: {@code mvn -q -Pserving -pl serving-sample -am verify}, then http://localhost:8080. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ServingSample {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(ServingSample.class, args);
    }
}
