/**
 * Fermata in tests with JUnit 5: {@link dev.fermata.junit.FermataExtension} starts a server and gives each test its own
 * world, a {@link dev.fermata.junit.TestWorld}.
 */
@NullMarked
package dev.fermata.junit;

import org.jspecify.annotations.NullMarked;
