/** Flat's OAuth2 endpoints, by which an app signs its users in. */
@NullMarked
package dev.fermata.flat.signin;

import org.jspecify.annotations.NullMarked;
