package io.regulus.benchmarks.compiler;

import com.google.auto.value.AutoValue;
import com.google.auto.value.processor.AutoValueProcessor;
import com.google.protobuf.Message;
import io.regulus.annotations.Network;
import io.regulus.model.Model;
import io.regulus.processor.RegulusProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.annotation.processing.Processor;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.ndarray.NdArray;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;

/**
 * A processor with classes for it.
 *
 * @param name what it is called
 * @param sources the classes
 * @param classPath what they and what is generated from them are compiled against
 * @param processor a new one for each compilation, as in a build
 */
record Contender(String name, List<Source> sources, List<Path> classPath, Supplier<Processor> processor) {
    static Contender regulus(int classes) {
        return new Contender(
                "Regulus",
                IntStream.range(0, classes).mapToObj(ModelSources::number).toList(),
                ClassPath.of(
                        Network.class,
                        Model.class,
                        Ops.class,
                        NdArray.class,
                        GraphDef.class,
                        Message.class,
                        Pointer.class),
                RegulusProcessor::new);
    }

    /** Only the one processor that these classes need, of the seven in AutoValue's jar. */
    static Contender autoValue(int classes) {
        return new Contender(
                "AutoValue",
                IntStream.range(0, classes).mapToObj(ValueSources::number).toList(),
                ClassPath.of(AutoValue.class),
                AutoValueProcessor::new);
    }

    /**
     * Compiles the classes with the processor, and then again without it, what it generated among them.
     *
     * @param clock nanoseconds
     */
    Measurement measure(LongSupplier clock) throws IOException {
        try (Workplace workplace = Workplace.of(sources, clock)) {
            TimedProcessor timed = new TimedProcessor(processor.get(), clock);
            double compile = workplace.compile(classPath, timed);
            double byHand = workplace.compileByHand(classPath);
            return new Measurement(compile, timed.milliseconds(), byHand, workplace.generatedLines());
        }
    }
}
