/** How many requests a second the server answers, and how fast. */
package io.regulus.serving.load;
