package io.regulus.engine;

import io.regulus.ops.Clearing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * Values of weights that are 0 after each step, as those that are pruned: whatever an update makes of them is taken away in a run of
 * its own, which costs a pass over these weights. The step itself, and the slots of its optimizer, are those of any other fit.
 */
final class HeldZeros implements AutoCloseable {
    private final Session.Runner runner;
    private final List<TFloat32> places = new ArrayList<>();

    /**
     * Copies what is to be held.
     *
     * @param clearings by name of the weight
     * @param zeros places in row-major order, by name of the weight
     */
    HeldZeros(Session session, Map<String, Clearing> clearings, Map<String, BitSet> zeros) {
        runner = session.runner();
        zeros.forEach((name, cleared) -> {
            Clearing clearing = clearings.get(name);
            TFloat32 tensor = tensor(clearing.places().shape(), cleared);
            places.add(tensor);
            runner.feed(clearing.places(), tensor).addTarget(clearing.update());
        });
    }

    private static TFloat32 tensor(Shape shape, BitSet cleared) {
        float[] ones = new float[Math.toIntExact(shape.size())];
        cleared.stream().forEach(place -> ones[place] = 1);
        return TFloat32.tensorOf(shape, DataBuffers.of(ones));
    }

    /** Makes them 0 again. */
    void hold() {
        runner.run().close();
    }

    @Override
    public void close() {
        places.forEach(TFloat32::close);
    }
}
