package io.regulus.spark.worker;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.save.SaveFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import org.junit.jupiter.api.Test;
import org.tensorflow.exceptions.TensorFlowException;

class FailureTest {
    @Test
    void wrongDataAndWrongClassesRepeat() {
        assertThat(kind(new IllegalArgumentException("labels[3] = -1"))).isEqualTo(Failure.Kind.REPEATS);
        assertThat(kind(new ClassNotFoundException("XModel"))).isEqualTo(Failure.Kind.REPEATS);
        assertThat(kind(new NoClassDefFoundError("XModel"))).isEqualTo(Failure.Kind.REPEATS);
        assertThat(kind(new SaveFormatException("damaged"))).isEqualTo(Failure.Kind.REPEATS);
        assertThat(kind(new IllegalStateException("type() failed", new NullPointerException("x"))))
                .isEqualTo(Failure.Kind.REPEATS);
    }

    @Test
    void portsDisksAndMemoryPass() {
        assertThat(kind(new BindException("taken"))).isEqualTo(Failure.Kind.PASSES);
        assertThat(kind(new UncheckedIOException(new IOException("no room")))).isEqualTo(Failure.Kind.PASSES);
        assertThat(kind(new OutOfMemoryError("heap"))).isEqualTo(Failure.Kind.PASSES);
    }

    @Test
    void whatTensorFlowSaysOfAConnectionFollowsFromAnother() {
        assertThat(kind(new IllegalStateException(new TensorFlowException("Socket closed"))))
                .isEqualTo(Failure.Kind.FOLLOWS);
    }

    @Test
    void theMessageNamesTheClassAndTheDetailsThePlace() {
        Failure failure = Failure.of(new IllegalArgumentException("labels[3] = -1"));
        assertThat(failure.message()).isEqualTo("java.lang.IllegalArgumentException: labels[3] = -1");
        assertThat(failure.details()).startsWith("at " + FailureTest.class.getName());
    }

    private static Failure.Kind kind(Throwable thrown) {
        return Failure.of(thrown).kind();
    }
}
