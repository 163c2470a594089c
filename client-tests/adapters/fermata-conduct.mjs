// Judges a client of yours in a test: `fermata serve` runs, `check` makes a world in it, plays a scenario there, lets the
// client do its work, and throws what the rules of conduct say against it. Copy this file; it needs Node alone.
import { AssertionError } from 'node:assert';
import { randomUUID } from 'node:crypto';

const SERVER = process.env.FERMATA_URL ?? 'http://127.0.0.1:8480';

/**
 * @param client what is judged: gets { flatUrl, scoreFlowUrl, token }; may throw, which counts as a failure that it tells
 * @param scenario what goes wrong, by its name; nothing unless given
 * @param rules the set of rules, or one rule
 */
export async function check(client, { scenario, rules = 'omr-import' } = {}) {
  const name = `check-${randomUUID()}`;
  const world = `/_fermata/worlds/${name}`;
  await control('PUT', world);
  try {
    if (scenario) await control('POST', `${world}/scenarios`, { name: scenario });
    const ending = await endingOf(client, name);
    const { passed, verdicts } = await control('POST', `${world}/conduct`, { rules, ending });
    if (!passed) throw new AssertionError({ message: complaint(verdicts) });
    return verdicts;
  } finally {
    await control('DELETE', world);
  }
}

async function endingOf(client, world) {
  try {
    await client({ flatUrl: `${SERVER}/v2`, scoreFlowUrl: `${SERVER}/api`, token: `fermata_${world}_client` });
    return 'succeeded';
  } catch {
    return 'failed';
  }
}

function complaint(verdicts) {
  const broken = verdicts.filter(({ verdict }) => verdict === 'fail' || verdict === 'error');
  const lines = broken.flatMap(({ rule, evidence }) => evidence.map(({ sentence }) => `${rule}: ${sentence}`));
  return lines.join('\n') || 'no rule was exercised: did the client call Fermata with the token?';
}

async function control(method, path, body) {
  const headers = body && { 'Content-Type': 'application/json' };
  const answer = await fetch(SERVER + path, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}
