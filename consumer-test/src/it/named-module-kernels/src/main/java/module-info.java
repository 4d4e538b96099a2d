module org.example.ops {
    requires io.regulus.kernels;

    exports org.example.ops;
}
