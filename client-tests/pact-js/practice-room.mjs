// A contract test as another team would write it, with pact-js: their client asks Flat for two things, and their pact says
// what they count on. It is written to the folder that is named. Said "wrong", it counts on a field that there is not.
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
