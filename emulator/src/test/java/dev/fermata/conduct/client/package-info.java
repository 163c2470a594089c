/**
 * Clients that test the rules: {@link dev.fermata.conduct.client.Client} keeps all of them, and each bad client differs
 * in one point.
 */
package dev.fermata.conduct.client;
