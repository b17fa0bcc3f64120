// The server of the uploads bench, in a process of its own so that its memory and event loop are measured alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createBystander } from 'bystander/express';
import express from 'express';

const quiet = () => undefined;
const directory = mkdtempSync(join(tmpdir(), 'bystander-bench-'));
const bystander = await createBystander({
  subject: () => 'bench',
  limits: { queue: 100, deadlineMs: 300_000, holdsPerSubject: 1000 },
  storage: { directory },
  logger: { info: quiet, warn: quiet, error: quiet },
});
const app = express();
app.post('/uploads', bystander.upload({ files: [{ name: 'image', maxCount: 1 }] }), (request, response) => {
  response.json({ bytes: request.file?.size });
});
const delay = monitorEventLoopDelay({ resolution: 5 });
const server = app.listen(0, '127.0.0.1', () => {
  delay.enable();
  process.send({ port: server.address().port });
});
process.on('message', async (message) => {
  if (message === 'report') process.send({ delayP99Ms: delay.percentile(99) / 1e6, delayMaxMs: delay.max / 1e6 });
  if (message !== 'stop') return;
  server.close();
  server.closeAllConnections();
  await bystander.close();
  rmSync(directory, { recursive: true, force: true });
  process.disconnect();
});
