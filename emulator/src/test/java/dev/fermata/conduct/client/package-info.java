/**
 * Clients to test the rules by: {@link dev.fermata.conduct.client.Client} keeps all of them, and each bad one is that but
 * for one thing.
 */
package dev.fermata.conduct.client;
