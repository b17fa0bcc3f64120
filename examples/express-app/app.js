// A small upload service guarded by Bystander: one route takes pictures and a prompt, a gallery shows what came through.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createScanner } from 'bystander';
import { createBystander } from 'bystander/express';
import express from 'express';
import { demoUser, signInAgain } from './demo-user.js';
import { createGallery } from './gallery.js';
import { renderError, renderHolds, renderHome, renderUpload } from './pages.js';
import { samples } from './samples.js';

export async function createApp({ directory }) {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const gallery = await createGallery(join(directory, 'gallery'));

  // This is all that a host writes: who is asking, and where holds are kept.
  const bystander = await createBystander({
    subject: (request) => request.user?.id,
    account: (request) => request.user?.account,
    storage: { directory: join(directory, 'holds') },
  });

  const app = express();
  app.disable('x-powered-by');
  app.use(express.static(fileURLToPath(new URL('public', import.meta.url))));
  app.use(demoUser);

  // Nothing reaches `saveUpload` before it is clean and its user has decided.
  app.post('/uploads', bystander.upload({ files: [{ name: 'image', maxCount: 5 }], text: ['prompt'] }), saveUpload);
  app.use('/privacy', bystander.router());

  async function saveUpload(request, response) {
    const files = request.files ?? [];
    const prompt = (request.body?.prompt ?? '').trim();
    if (files.length === 0 && prompt === '') {
      const text = 'You left everything out, or chose no picture and wrote no prompt.';
      return response.status(400).send(renderError(request.user, { title: 'There was nothing to save', text }));
    }
    const { hold } = request.bystander;
    const id = await gallery.save({ user: request.user.id, prompt, files, hold });
    request.bystander.consumed({ asset: id });
    if (request.accepts(['html', 'json']) === 'html') response.redirect(303, `/uploads/${id}`);
    else response.status(201).json({ id, href: `/uploads/${id}` });
  }

  app.get('/', async (request, response) => {
    const [uploads, holds] = await Promise.all([gallery.list(request.user.id), ownHolds(request)]);
    response.send(renderHome(request.user, { uploads, holds, samples: await samples() }));
  });

  app.get('/holds', async (request, response) => {
    response.send(renderHolds(request.user, await ownHolds(request)));
  });

  app.get('/uploads/:id', async (request, response, next) => {
    const upload = await gallery.find(request.user.id, request.params.id);
    if (upload === undefined) return next();
    response.send(renderUpload(request.user, { upload, looks: await lookAgain(upload, request.user) }));
  });

  app.get('/uploads/:id/files/:n', async (request, response, next) => {
    const upload = await gallery.find(request.user.id, request.params.id);
    const file = upload?.files[Number(request.params.n)];
    if (file === undefined) return next();
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private' }).type(file.mimetype);
    if (request.query.download !== undefined) response.attachment(file.name);
    response.sendFile(file.path, { dotfiles: 'allow' });
  });

  // The buttons with samples: the sample is sent to the same route as any upload, as the same user.
  app.post('/samples/:name', async (request, response, next) => {
    const sample = (await samples()).find(({ name }) => name === request.params.name);
    if (sample === undefined) return next();
    const body = new FormData();
    for (const { name, type, bytes } of sample.files) body.append('image', new Blob([bytes], { type }), name);
    body.append('prompt', sample.prompt);
    const headers = { accept: 'text/html', 'accept-language': request.get('accept-language') ?? 'en' };
    const answer = await callOwn(request, '/uploads', { method: 'POST', body, headers, redirect: 'manual' });
    const location = answer.headers.get('location');
    if (location !== null) response.redirect(303, location);
    else
      response
        .status(answer.status)
        .type('html')
        .send(await answer.text());
  });

  app.post('/sign-in-again', signInAgain);

  // A second look at what was saved, for the proof on the upload's page. `observe` reports and changes nothing.
  let scanner;
  async function lookAgain({ files, prompt }, { account }) {
    scanner ??= createScanner({ preset: 'observe' });
    const { scan } = await scanner;
    const looks = await Promise.all(files.map(({ path }) => scan({ path })));
    return prompt === '' ? { files: looks } : { files: looks, prompt: await scan({ text: prompt }, { account }) };
  }

  app.use((request, response) => {
    const text = 'There is no such page, or it belongs to somebody else.';
    response.status(404).send(renderError(request.user, { title: 'Not found', text }));
  });
  app.use((error, request, response, next) => {
    if (error.code === undefined || request.accepts(['json', 'html']) !== 'html') return next(error);
    response.status(error.status ?? 500).send(renderError(request.user, messageFor(error.code)));
  });
  app.use(bystander.errorHandler());

  async function close() {
    await bystander.close();
    await (await scanner)?.close();
  }
  return { app, close };
}

/** The signed-in user's own holds, as their browser would get them. */
async function ownHolds(request) {
  const answer = await callOwn(request, '/privacy/holds?limit=50', { headers: { accept: 'application/json' } });
  return answer.ok ? (await answer.json()).holds : [];
}

function callOwn(request, path, { headers, ...options }) {
  const url = `http://127.0.0.1:${request.socket.localPort}${path}`;
  return fetch(url, { ...options, headers: { ...headers, cookie: `demo=${request.user.session}` } });
}

function messageFor(code) {
  const messages = {
    BLOCKED: 'There is something in it that may not be uploaded here, such as a card number. Nothing of it was kept.',
    UNCLEANABLE: 'We could not clean this file safely, so nothing of it was kept.',
    UNSUPPORTED_TYPE: 'We take JPEG, PNG, WebP, GIF, TIFF and AVIF pictures.',
    TOO_LARGE: 'That is too large.',
    GONE: 'This upload was already finished or deleted.',
  };
  return { title: 'That upload did not work', text: messages[code] ?? `Please try again (${code}).` };
}
