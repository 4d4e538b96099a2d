package io.regulus.files;

/** A pass over the rows of a table that makes objects of them: for readers of formats. */
public interface MappedPass extends AutoCloseable {
    /**
     * Adds the next row or, where that is easier, the next few.
     *
     * @return false if there was none left
     */
    boolean next();

    /** Lets go of the files. */
    @Override
    void close();
}
