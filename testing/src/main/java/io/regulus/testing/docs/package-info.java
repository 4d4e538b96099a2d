/** What the documentation shows, for the tests that compile and run it. */
package io.regulus.testing.docs;
