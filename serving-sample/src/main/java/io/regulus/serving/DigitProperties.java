package io.regulus.serving;

import io.regulus.serve.Batching;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What application.properties and the command line say.
 *
 * @param model folder of the trained model: loaded where it is there, else trained once and saved
 * @param data folder of MNIST's four files; where it is not there, the network learns digits that the program draws
 * @param epochs of that training
 * @param drawn how many digits the program draws
 * @param batching how requests are gathered
 */
@ConfigurationProperties("digits")
record DigitProperties(
        @DefaultValue("target/digit-net") String model,
        @DefaultValue("../shared/data/mnist") String data,
        @DefaultValue("6") int epochs,
        @DefaultValue("20000") int drawn,
        @DefaultValue Gathering batching) {
    /** Of the model. Spring would take a relative path that is not there for one within the web application. */
    Path modelFolder() {
        return Path.of(model);
    }

    /** Of the data. */
    Path dataFolder() {
        return Path.of(data);
    }

    /**
     * How requests are gathered.
     *
     * @param enabled whether they are; else each is a run of its own, on the thread of its request
     * @param maxRows as {@link Batching#maxRows}, and so on
     */
    record Gathering(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("64") int maxRows,
            @DefaultValue("0") Duration maxWait,
            @DefaultValue("1024") int queue,
            @DefaultValue("1") int workers) {
        Batching settings() {
            return Batching.defaults()
                    .maxRows(maxRows)
                    .maxWait(maxWait)
                    .queue(queue)
                    .workers(workers);
        }
    }
}
