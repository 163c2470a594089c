// Flat's official SDK, one call for each line of input: makes the call with the SDK, and prints the answer as the SDK read it.
import { createInterface } from 'node:readline';
import { FlatClient, FlatError, noRetry } from 'flat-api';

/** The SDK's name for the body of some operations; for all others it is body. */
const bodies = {
  addOmrJobFile: 'omrJobFileUpload',
  createOmrJob: 'omrJobCreation',
};

/** Parameters that are numbers or booleans in the SDK, and text in a URL. */
const typed = (value) => (/^(\d{1,9}|true|false)$/.test(value) ? JSON.parse(value) : value);

const values = (texts = {}) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, typed(text)]));

async function call({ url, operation, params, query, headers = {}, json }) {
  // The SDK sends an Authorization header even without a token, so the caller removes it.
  const bare = (input, { headers: { Authorization, ...others }, ...init }) => fetch(input, { ...init, headers: others });
  const flat = new FlatClient({
    accessToken: headers.Authorization?.slice('Bearer '.length) ?? 'none',
    baseUrl: `${url}/v2`,
    retry: noRetry,
    ...(headers.Authorization ? {} : { fetchApi: bare }),
  });
  const api = ['account', 'collections', 'omr', 'scores', 'tasks', 'users']
    .map((name) => flat[name])
    .find((one) => one && `${operation}Raw` in one);
  if (!api) {
    throw new Error(`the SDK has no operation ${operation}`);
  }
  const body = json && { [bodies[operation] ?? 'body']: json };
  const answer = await api[`${operation}Raw`]({ ...params, ...values(query), ...body });
  const { status } = answer.raw;
  const isJson = answer.raw.headers.get('content-type')?.startsWith('application/json');
  // The SDK declares a score where the answer may be a task, and a file where it may be the file's URL.
  const isElse = (operation === 'createScore' && status === 202) || operation === 'getScoreRevisionData';
  if (isJson) {
    return { status, read: isElse ? await answer.raw.json() : await answer.value() };
  }
  const file = await answer.value();
  return { status, size: file?.size ?? 0 };
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = await call(JSON.parse(line));
  } catch (error) {
    said = await refusal(error);
  }
  console.log(JSON.stringify(said));
}

/** A refusal, as the SDK's typed error. */
async function refusal(error) {
  if (error instanceof FlatError) {
    return { status: error.status, read: error.body, error: error.name };
  }
  if (error.response) {
    return { status: error.response.status, read: await error.response.json() };
  }
  return { status: 0, read: { error: String(error.stack) } };
}
