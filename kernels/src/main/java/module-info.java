/** Native kernels for TensorFlow on the CPU, to be used where they can be loaded. */
module io.regulus.kernels {
    requires transitive tensorflow;

    exports io.regulus.kernels;

    uses io.regulus.kernels.NativeLibrary;
}
