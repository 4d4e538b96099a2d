/** The annotations a model class is written with. */
module io.regulus.annotations {
    exports io.regulus.annotations;
}
