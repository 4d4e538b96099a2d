package io.regulus.serving;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /predict}. */
@RestController
class DigitController {
    /** After so long the caller has gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DigitReader reader;

    DigitController(DigitReader reader) {
        this.reader = reader;
    }

    @PostMapping("/predict")
    Reading predict(@RequestBody Picture picture) throws InterruptedException, TimeoutException {
        return Reading.of(reader.read(picture.bytes(), PATIENCE));
    }
}
