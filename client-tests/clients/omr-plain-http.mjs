// Four hand-written clients of Flat's OMR jobs, as found in public code: no SDK, only HTTP.
import assert from 'node:assert/strict';

const root = process.env.FLAT_URL;
const file = process.env.PDF_BASE64;
const authorization = { Authorization: `Bearer ${process.env.FLAT_TOKEN}` };
const json = { 'Content-Type': 'application/json' };

async function call(method, path, { headers = {}, body, expect = [200, 201, 202] } = {}) {
  const response = await fetch(root + path, {
    method,
    headers: { ...authorization, ...(body === undefined ? {} : json), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  assert.ok(expect.includes(response.status), `${method} ${path}: ${response.status} ${await response.clone().text()}`);
  return response;
}

async function follow(job, wait, headers) {
  for (let polls = 0; polls < 100; polls++) {
    const now = await (await call('GET', `/omr/jobs/${job}?wait=${wait}`, { headers })).json();
    if (now.status === 'done') {
      return now;
    }
    assert.ok(['processing', 'draft'].includes(now.status), now.status);
  }
  throw new Error('it does not come to an end');
}

async function musicXmlOf(job) {
  const text = await (await call('GET', `/omr/jobs/${job}/exports/musicxml`)).text();
  assert.match(text, /<score-partwise version="4.0">/);
  return text;
}

const oneShot = (more) => ({ output: 'musicxml', autoStart: true, files: [{ file, filename: 'a.pdf' }], ...more });

// The first: one-shot, waits as long as possible, and leaves the job.
{
  const job = await (await call('POST', '/omr/jobs', { body: oneShot() })).json();
  await follow(job.id, 25);
  await musicXmlOf(job.id);
}

// The second: reads its credits first, requests Cantonese, waits briefly, retries with a key, cleans up.
{
  const anonymous = await (await fetch(`${root}/omr/capabilities`)).json();
  const mine = await (await call('GET', '/omr/capabilities')).json();
  assert.equal(anonymous.remainingCredits, undefined);
  assert.ok(anonymous.maxPages <= mine.maxPages);
  assert.ok(mine.remainingCredits >= mine.costPerPage * 2);
  const headers = { 'X-Flat-Locale': 'zh-HK' };
  const body = oneShot({ idempotencyKey: crypto.randomUUID() });
  const job = await (await call('POST', '/omr/jobs', { headers, body })).json();
  const again = await (await call('POST', '/omr/jobs', { headers, body })).json();
  assert.equal(again.id, job.id);
  await follow(job.id, 8, headers);
  await musicXmlOf(job.id);
  await call('DELETE', `/omr/jobs/${job.id}`);
}

// The third: a draft, its files with a type of their own, a start with an empty object.
{
  const job = await (await call('POST', '/omr/jobs', { body: { output: 'musicxml' } })).json();
  for (const filename of ['one.pdf', 'two.pdf']) {
    await call('POST', `/omr/jobs/${job.id}/files`, { body: { file, filename, mimeType: 'application/pdf' } });
  }
  await call('POST', `/omr/jobs/${job.id}/start`, { body: {} });
  await follow(job.id, 20);
  await musicXmlOf(job.id);
}

// The fourth: runs in a browser, and deletes jobs whether or not they have ended.
{
  const preflight = await fetch(`${process.env.FLAT_DIRECT}/omr/jobs`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://example.com',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get('access-control-allow-headers').toLowerCase(), /authorization.*content-type|\*/);
  const headers = { Origin: 'https://example.com' };
  const response = await call('POST', '/omr/jobs', { headers, body: oneShot() });
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  const job = await response.json();
  const early = await call('DELETE', `/omr/jobs/${job.id}`, { headers, expect: [409] });
  assert.equal((await early.json()).code, 'OMR_JOB_IN_PROGRESS');
  await follow(job.id, 10, headers);
  await musicXmlOf(job.id);
}
console.log('four clients succeeded');
