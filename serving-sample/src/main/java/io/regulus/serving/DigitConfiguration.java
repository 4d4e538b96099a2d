package io.regulus.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.regulus.micrometer.ModelMetrics;
import io.regulus.serve.Batching;
import io.regulus.serve.BatchingPredictor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is made once and closed at the end: Spring closes the reader before the model that it asks. */
@Configuration(proxyBeanMethods = false)
class DigitConfiguration {
    @Bean
    DigitNetModel model(DigitProperties wanted, MeterRegistry registry) {
        DigitNetModel model = DigitModels.open(wanted);
        ModelMetrics.of(model, "digits").bindTo(registry);
        return model;
    }

    @Bean
    DigitReader reader(DigitNetModel model, DigitProperties wanted, MeterRegistry registry) {
        Batching settings = wanted.batching().settings().listener(new BatchMetrics(registry));
        Optional<BatchingPredictor<byte[], float[]>> gathered = wanted.batching()
                        .enabled()
                ? Optional.of(BatchingPredictor.of(
                        (List<byte[]> rows) -> Arrays.asList(model.predict(rows.toArray(byte[][]::new))), settings))
                : Optional.empty();
        DigitReader reader = new DigitReader(model, gathered);
        registry.gauge("digits.waiting", reader, DigitReader::waiting);
        return reader;
    }
}
