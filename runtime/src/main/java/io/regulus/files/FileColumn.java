package io.regulus.files;

/**
 * A column that is read of a file.
 *
 * @param name its name; where none is called so, {@code totalRooms} is also {@code total_rooms}, and capital letters do not matter
 * @param optional whether a file may be without it: every field of it is then missing
 * @param label whether it is what a network learns: then to train needs it, optional or not
 */
public record FileColumn(String name, boolean optional, boolean label) {
    /** One that is no label. */
    public FileColumn(String name, boolean optional) {
        this(name, optional, false);
    }

    /** That of a label: for generated code. */
    public static FileColumn ofLabel(String name, boolean optional) {
        return new FileColumn(name, optional, true);
    }

    /** The same column, which must be there. */
    public FileColumn required() {
        return new FileColumn(name, false, label);
    }
}
