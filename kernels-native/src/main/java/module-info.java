/** The native library of {@code io.regulus.kernels}, found there as a service. */
module io.regulus.kernels.natives {
    requires io.regulus.kernels;

    provides io.regulus.kernels.NativeLibrary with
            io.regulus.kernels.natives.BundledLibrary;
}
