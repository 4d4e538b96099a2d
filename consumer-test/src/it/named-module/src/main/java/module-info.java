module org.example.iris {
    requires io.regulus.runtime;

    exports org.example.iris;
}
