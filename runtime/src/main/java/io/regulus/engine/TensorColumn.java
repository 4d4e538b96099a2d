package io.regulus.engine;

import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.ndarray.buffer.IntDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/** A native tensor with the array it is filled from: write the array, then flush. */
public abstract sealed class TensorColumn implements AutoCloseable {
    private final Tensor tensor;

    private TensorColumn(Tensor tensor) {
        this.tensor = tensor;
    }

    /** The column of a tensor, of its type; it owns the tensor. */
    static TensorColumn of(Tensor tensor) {
        if (tensor instanceof TFloat32) {
            return new Floats(tensor);
        }
        return tensor instanceof TUint8 ? new Bytes(tensor) : new Ints(tensor);
    }

    /** A column of floats of its own. */
    static Floats floats(Shape shape) {
        return new Floats(Tensor.of(TFloat32.class, shape));
    }

    Tensor tensor() {
        return tensor;
    }

    /** Copies the array into the tensor. */
    abstract void flush();

    /** Index of the first value that is NaN or infinite, -1 if there is none. */
    int firstNonFinite() {
        return -1;
    }

    @Override
    public void close() {
        tensor.close();
    }

    private static int size(Tensor tensor) {
        return Math.toIntExact(tensor.shape().size());
    }

    /** float32. */
    public static final class Floats extends TensorColumn {
        private final float[] array;
        private final FloatDataBuffer buffer;

        private Floats(Tensor tensor) {
            super(tensor);
            array = new float[size(tensor)];
            buffer = tensor.asRawTensor().data().asFloats();
        }

        /** The array itself, row after row. */
        public float[] array() {
            return array;
        }

        @Override
        void flush() {
            buffer.write(array);
        }

        @Override
        int firstNonFinite() {
            for (int i = 0; i < array.length; i++) {
                if (!Float.isFinite(array[i])) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** int32. */
    public static final class Ints extends TensorColumn {
        private final int[] array;
        private final IntDataBuffer buffer;

        private Ints(Tensor tensor) {
            super(tensor);
            array = new int[size(tensor)];
            buffer = tensor.asRawTensor().data().asInts();
        }

        /** The array itself, row after row. */
        public int[] array() {
            return array;
        }

        @Override
        void flush() {
            buffer.write(array);
        }
    }

    /** uint8. */
    public static final class Bytes extends TensorColumn {
        private final byte[] array;
        private final ByteDataBuffer buffer;

        private Bytes(Tensor tensor) {
            super(tensor);
            array = new byte[size(tensor)];
            buffer = tensor.asRawTensor().data();
        }

        /** The array itself, row after row; 0..255 as bytes. */
        public byte[] array() {
            return array;
        }

        @Override
        void flush() {
            buffer.write(array);
        }
    }
}
