// Imports a PDF as the official SDK's type for createScore suggests: it parses every answer as a score, even a 202.
import { readFileSync } from 'node:fs';
import { FlatClient } from 'flat-api';

const flat = new FlatClient({ accessToken: process.env.FERMATA_TOKEN, baseUrl: process.env.FERMATA_FLAT_URL });
const data = readFileSync(process.env.FERMATA_PDF).toString('base64');
const score = await flat.scores.createScore({
  body: { filename: 'music.pdf', data, dataEncoding: 'base64', supportsTasks: true },
});
console.log(`imported ${score.title}`);
