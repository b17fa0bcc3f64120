// A clean 1 KB JSON prompt through `inspect()` with `person` off, beside the same route in plain Express, in turn.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBystander } from 'bystander/express';
import express from 'express';
import { median, percentile } from './measure.mjs';

const ROUNDS = 2000;
const WARM_UP = 300;
const body = JSON.stringify({
  prompt: 'A quiet harbour at dawn, boats and gulls, soft light, long exposure. '.repeat(14),
});

const directory = mkdtempSync(join(tmpdir(), 'bystander-bench-'));
const quiet = () => undefined;
const bystander = await createBystander({
  subject: () => 'bench',
  detectors: { person: { enabled: false } },
  storage: { directory },
  logger: { info: quiet, warn: quiet, error: quiet },
});

const app = express();
app.post('/plain', express.json(), (_request, response) => response.json({ ok: true }));
app.post('/guarded', express.json(), bystander.inspect(), (_request, response) => response.json({ ok: true }));
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const times = { '/plain': [], '/guarded': [] };
for (let round = -WARM_UP; round < ROUNDS; round++) {
  for (const path of ['/plain', '/guarded']) {
    const milliseconds = await post(path);
    if (round >= 0) times[path].push(milliseconds);
  }
}
const overhead = times['/guarded'].map((ms, index) => ms - times['/plain'][index]);
console.log(`${ROUNDS} requests of ${body.length} bytes each way, in turn`);
console.log(`plain Express     median ${median(times['/plain']).toFixed(3)} ms`);
console.log(`with inspect()    median ${median(times['/guarded']).toFixed(3)} ms`);
console.log(
  `overhead per pair median ${median(overhead).toFixed(3)} ms, p90 ${percentile(overhead, 90).toFixed(3)} ms (target <= 1 ms)`,
);

agent.destroy();
server.close();
await bystander.close();
rmSync(directory, { recursive: true, force: true });

function post(path) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const { port } = server.address();
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - started);
        else reject(new Error(`answered ${response.statusCode}`));
      });
    });
    call.on('error', reject).end(body);
  });
}
