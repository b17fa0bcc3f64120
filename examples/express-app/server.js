// Starts the example: `npm start`, or `npm run build && node examples/express-app/server.js`.
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';

const directory = process.env.EXAMPLE_DIRECTORY ?? fileURLToPath(new URL('../../.bystander/example', import.meta.url));
const { app, close } = await createApp({ directory });

const server = app.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`http://localhost:${server.address().port}`);
});

async function stop() {
  server.close();
  server.closeAllConnections();
  await close();
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
