import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from './fermata-conduct.mjs';

const me = ({ flatUrl, token }) => fetch(`${flatUrl}/me`, { headers: { Authorization: `Bearer ${token}` } });

test('a client that behaves is told what was judged', async () => {
  const verdicts = await check(me);
  assert.equal(verdicts.find(({ rule }) => rule === 'token-in-header').verdict, 'pass');
});

test('a client that repeats a plain 403 is told so', async () => {
  const stubborn = async (desk) => [await me(desk), await me(desk)];
  await assert.rejects(check(stubborn, { scenario: 'error-403', rules: 'final-403' }), {
    name: 'AssertionError',
    message: 'final-403: was answered 403, and sent the same request again',
  });
});

test('a client that throws has told its failure', async () => {
  const submit = async ({ scoreFlowUrl, token }) => {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${scoreFlowUrl}/convert`, { method: 'POST', headers });
    return answer.status;
  };
  const honest = async (desk) => {
    throw new Error(`${await submit(desk)}`);
  };
  await check(honest, { scenario: 'error-402', rules: 'failure-is-surfaced' });
  await assert.rejects(check(submit, { scenario: 'error-402', rules: 'failure-is-surfaced' }), /ended with success/);
});

test('a client without requests is not judged', async () => {
  await assert.rejects(check(async () => {}), /no rule was exercised/);
});

test('an unknown scenario is an error of the test', async () => {
  await assert.rejects(check(me, { scenario: 'bussy' }), /400/);
});
