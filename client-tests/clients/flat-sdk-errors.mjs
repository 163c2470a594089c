// The official SDK distinguishes Flat's errors.
import assert from 'node:assert/strict';
import { FlatClient, FlatAuthenticationError, FlatNotFoundError, FlatQuotaError, FlatValidationError } from 'flat-api';

const client = (accessToken) => new FlatClient({ accessToken, baseUrl: process.env.FLAT_URL });
const flat = client(process.env.FLAT_TOKEN);
const pdf = (supportsTasks) => ({
  body: { filename: 'a.pdf', data: process.env.PDF_BASE64, dataEncoding: 'base64', supportsTasks },
});

await assert.rejects(flat.scores.getScore({ score: '0'.repeat(24) }), FlatNotFoundError);
await assert.rejects(client('invalid').account.getAuthenticatedUser(), FlatAuthenticationError);
await assert.rejects(flat.scores.createScoreRaw(pdf(false)), FlatValidationError);
await assert.rejects(flat.scores.createScoreRaw(pdf(true)), FlatQuotaError);
console.log('told four errors apart');
