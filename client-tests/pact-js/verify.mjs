// Verifies a pact against an emulator by pact-js's own verifier.
import { Verifier } from '@pact-foundation/pact';

const [url, file] = process.argv.slice(2);
await new Verifier({
  provider: 'Flat',
  providerBaseUrl: url,
  providerStatesSetupUrl: `${url}/_fermata/pact/states`,
  providerStatesSetupTeardown: true,
  pactUrls: [file],
  logLevel: 'error',
}).verifyProvider();
