// Judges your client in a test. Start `fermata serve` first. `check` creates a world, starts a scenario in it, runs the
// client, and throws if the client broke rules of conduct. Copy this file; it needs only Node.
import { AssertionError } from 'node:assert';
import { randomUUID } from 'node:crypto';

const SERVER = process.env.FERMATA_URL ?? 'http://127.0.0.1:8480';

/**
 * @param client the client: gets { flatUrl, scoreFlowUrl, token }; if it throws, it counts as having reported a failure
 * @param scenario the name of a scenario; none by default
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
