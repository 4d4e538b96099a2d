package io.regulus.site;

/** A heading of a page: its depth from 1, its text and the name that links call it by. */
record Heading(int level, String text, String anchor) {}
