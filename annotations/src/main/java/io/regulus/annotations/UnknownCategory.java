package io.regulus.annotations;

/** What a {@link Categorical} is that is none of the known categories. */
public enum UnknownCategory {
    /** 0 in every one-hot value; of an embedding the row 0, which all unknown ones share. */
    ZEROS,
    /** An error that names the row and the nearest known category. */
    REFUSE
}
