// A typical contract test of another team, with pact-js: their client makes two requests to Flat, and their pact contains
// the answers that they rely on. It is written to the given folder. With "wrong", it relies on a field that does not exist.
import assert from 'node:assert/strict';
import { MatchersV3, PactV4 } from '@pact-foundation/pact';

const [dir, mistake] = process.argv.slice(2);
const { eachLike, fromProviderState, integer, like, string } = MatchersV3;
const pact = new PactV4({ consumer: 'practice-room', provider: 'Flat', dir, logLevel: 'error' });

/** The client of the practice room. */
async function ask(url, path, init = {}) {
  const response = await fetch(url + path, {
    ...init,
    headers: { Authorization: 'Bearer any-token', 'Content-Type': 'application/json' },
  });
  assert.ok(response.ok, `${path}: ${response.status}`);
  return response.json();
}

const token = { Authorization: fromProviderState('Bearer ${token}', 'Bearer any-token') };

await pact
  .addInteraction()
  .given('an OMR job', { status: 'done' })
  .uponReceiving('what came of a job')
  .withRequest('GET', fromProviderState('/v2/omr/jobs/${job}', '/v2/omr/jobs/5e0a59c0f1e6b8000868e0b1'), (request) =>
    request.headers(token),
  )
  .willRespondWith(200, (response) =>
    response.jsonBody({
      id: string('5e0a59c0f1e6b8000868e0b1'),
      status: 'done',
      [mistake === 'wrong' ? 'estimatedCosts' : 'estimatedCredits']: integer(1),
      result: { exports: eachLike('musicxml') },
    }),
  )
  .executeTest(async (flat) => {
    const job = await ask(flat.url, '/v2/omr/jobs/5e0a59c0f1e6b8000868e0b1');
    assert.ok(job.result.exports.includes('musicxml'));
  });

await pact
  .addInteraction()
  .given('an account')
  .uponReceiving('a list for the next lesson')
  .withRequest('POST', '/v2/collections', (request) =>
    request.headers({ ...token, 'Content-Type': 'application/json' }).jsonBody({ title: like('Next lesson') }),
  )
  .willRespondWith(200, (response) => response.jsonBody({ id: string('5e0a59c0f1e6b8000868e0a1'), type: 'regular' }))
  .executeTest(async (flat) => {
    const list = await ask(flat.url, '/v2/collections', {
      method: 'POST',
      body: JSON.stringify({ title: 'Next lesson' }),
    });
    assert.equal(list.type, 'regular');
  });
