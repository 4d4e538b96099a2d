package io.regulus.processor.emit;

import com.palantir.javapoet.ClassName;
import io.regulus.annotations.DataType;

/** TensorFlow's class for each type that can be fed. */
final class InputTypes {
    private InputTypes() {}

    static ClassName of(DataType type) {
        return switch (type) {
            case FLOAT32 -> RuntimeNames.FLOAT32;
            case UINT8 -> RuntimeNames.UINT8;
            case INT32 -> RuntimeNames.INT32;
        };
    }
}
