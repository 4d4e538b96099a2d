/** What the user wrote, value by value with its place: the reader's result, not checked yet. */
package io.regulus.processor.spec;
