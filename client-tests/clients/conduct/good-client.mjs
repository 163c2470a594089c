// Has a PDF recognized by Flat's OMR jobs and by ScoreFlow, using only Node, and keeps all the rules.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const env = process.env;
const flat = env.FERMATA_FLAT_URL;
const scoreflow = env.FERMATA_SCOREFLOW_URL;
const pdf = readFileSync(env.FERMATA_PDF);
const TRIES = 4;

async function once(method, url, body) {
  const headers = { Authorization: `Bearer ${env.FERMATA_TOKEN}` };
  if (typeof body === 'string') headers['Content-Type'] = 'application/json';
  try {
    const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(30_000) });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  } catch {
    return { status: 0, text: 'the line broke' };
  }
}

// Makes a request, and retries it if that is allowed: a request that may have been charged needs a key.
async function call(method, url, body, { keyed = false } = {}) {
  let answer;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    answer = await once(method, url, body);
    const { status } = answer;
    if (status >= 200 && status < 300) return answer;
    const refused = status === 429 || status === 503;
    const unknown = status === 0 || status >= 500;
    if (status === 403 && answer.text.includes('API_RATE_LIMIT_EXCEEDED')) {
      await sleep(Math.max(0, answer.headers.get('X-RateLimit-Reset') * 1000 - Date.now()) + 100);
    } else if (refused || (unknown && (method === 'GET' || keyed))) {
      await sleep(1000 * 2 ** attempt);
    } else {
      break;
    }
  }
  throw new Error(`${method} ${url}: ${answer.status} ${answer.text}`);
}

// Polls until the job has ended; an unknown state is not final.
async function follow(url, done, failed, seconds, giveUp) {
  const deadline = performance.now() + env.FERMATA_PATIENCE * 1000;
  while (performance.now() < deadline) {
    await sleep(seconds * 1000);
    const { text } = await call('GET', url);
    const { status } = JSON.parse(text);
    if (status === done) return;
    if (failed.includes(status)) throw new Error(`the job failed: ${text}`);
  }
  await giveUp?.();
  throw new Error('the job takes too long');
}

async function draft() {
  const files = [{ file: pdf.toString('base64'), filename: 'music.pdf' }];
  const body = JSON.stringify({ output: 'musicxml', idempotencyKey: crypto.randomUUID(), files });
  return JSON.parse((await call('POST', `${flat}/omr/jobs`, body, { keyed: true })).text);
}

async function withFlat() {
  const asked = await draft(); // what would it cost?
  await call('POST', `${flat}/omr/jobs/${asked.id}/cancel`);
  const job = `${flat}/omr/jobs/${(await draft()).id}`;
  await call('POST', `${job}/start`);
  const cancel = () => call('POST', `${job}/cancel`); // otherwise it keeps running and is charged
  await follow(job, 'done', ['error', 'canceled'], 3, cancel);
  await call('GET', `${job}/exports/musicxml`);
  for (let page = `${flat}/omr/jobs?limit=1`; page; ) {
    const { headers } = await call('GET', page);
    page = /<([^>]+)>; *rel="next"/.exec(headers.get('Link') ?? '')?.[1];
  }
}

async function withScoreFlow() {
  const form = new FormData();
  form.append('pdf', new Blob([pdf], { type: 'application/pdf' }), 'music.pdf');
  form.append('type', 'midi');
  const { conversionId } = JSON.parse((await call('POST', `${scoreflow}/convert`, form)).text);
  await follow(`${scoreflow}/convert/status/${conversionId}`, 'completed', ['failed'], 5);
  await call('GET', `${scoreflow}/convert/download/${conversionId}`);
}

for (const vendor of [withFlat, withScoreFlow]) {
  try {
    await vendor();
  } catch (failure) {
    console.log(`${vendor.name}: ${failure.message}`);
    process.exitCode = 1;
  }
}
