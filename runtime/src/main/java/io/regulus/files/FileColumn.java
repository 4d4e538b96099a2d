package io.regulus.files;

/**
 * A column that is read of a file.
 *
 * @param name its name; where none is called so, {@code totalRooms} is also {@code total_rooms}, and capital letters do not matter
 * @param optional whether a file may be without it: every field of it is then missing
 */
public record FileColumn(String name, boolean optional) {}
