// The pages of the example, as plain HTML. What stands in a template is escaped unless it is a template itself.

class Markup {
  constructor(text) {
    this.text = text;
  }
}

function html(literals, ...values) {
  return new Markup(literals.map((literal, index) => literal + print(values[index])).join(''));
}

function print(value) {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(print).join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function page(user, title, body) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header class="bar"><a href="/" class="brand">Posterworks</a>
<form method="post" action="/sign-in-again"><a href="/holds">My holds</a> <span>Dana Demo <small>${user?.id}</small></span> <button class="plain">Sign in as a new user</button></form>
</header>
<main>${body}</main>
<footer>A demo upload service guarded by Bystander. Everything stays on this machine.</footer>
</body>
</html>`.text;
}

export function renderHome(user, { uploads, holds, samples }) {
  const waiting = holds.filter(({ status }) => status === 'awaiting' || status === 'released');
  return page(
    user,
    'Posterworks',
    html`<section class="hero">
<h1>Turn your pictures into posters</h1>
<p>Upload a picture and say what you want. If somebody else is in it, you are asked first. Where it was taken and your phone’s serial number never get here.</p>
</section>
${waiting.length > 0 && html`<section class="card waiting" id="holds"><h2>Waiting for you</h2><ul>${waiting.map(renderHold)}</ul></section>`}
<div class="columns">
<form class="card upload" method="post" action="/uploads" enctype="multipart/form-data">
<h2>New upload</h2>
<label>Pictures <input type="file" name="image" accept="image/*" multiple></label>
<label>Prompt <textarea name="prompt" rows="4" placeholder="A poster for our spring sale …"></textarea></label>
<button>Upload</button>
</form>
<section class="card">
<h2>No picture at hand?</h2>
<ul class="samples">${samples.map(renderSample)}</ul>
</section>
</div>
<section><h2>Gallery</h2>
${uploads.length === 0 ? html`<p class="soft">Nothing yet. What you upload appears here once it is clean and decided.</p>` : html`<ul class="gallery">${uploads.map(renderCard)}</ul>`}
</section>`,
  );
}

function renderHold({ prompt, items, status, expiresAt }) {
  const pictures = items.filter(({ kind }) => kind === 'image').length;
  const texts = items.length - pictures;
  const until = new Date(expiresAt).toISOString().slice(0, 16).replace('T', ' ');
  const link = { awaiting: 'Answer', released: 'Finish' }[status];
  return html`<li><span>Pictures: ${pictures}, texts: ${texts} <small>${link === undefined ? status : `kept until ${until} UTC`}</small></span>
${link !== undefined && html`<a class="button" href="${prompt.href}">${link}</a>`}</li>`;
}

function renderSample({ name, title, text }) {
  return html`<li><form method="post" action="/samples/${name}"><h3>${title}</h3><p>${text}</p><button class="second">Upload this sample</button></form></li>`;
}

function renderCard({ id, prompt, files }) {
  return html`<li><a href="/uploads/${id}">${
    files.some(isPicture)
      ? html`<img src="/uploads/${id}/files/${files.findIndex(isPicture)}" alt="" loading="lazy">`
      : html`<span class="no-picture">Text only</span>`
  }<span class="caption">${prompt === '' ? 'No prompt' : prompt}</span></a></li>`;
}

export function renderHolds(user, holds) {
  return page(
    user,
    'My holds',
    html`<section class="hero"><h1>My holds</h1><p>Uploads that waited, or still wait, for your answer. Nobody else sees them.</p></section>
<section class="card waiting">${
      holds.length === 0 ? html`<p class="soft">There are none.</p>` : html`<ul>${holds.map(renderHold)}</ul>`
    }</section>`,
  );
}

export function renderUpload(user, { upload, looks }) {
  const { id, prompt, files, wasHeld } = upload;
  return page(
    user,
    'Saved',
    html`<section class="hero"><h1>Saved</h1>
<p>${wasHeld ? 'You decided, and this is all that was kept.' : 'Nobody else was found in it, so it went straight through.'} Below is what a second scan of it finds.</p></section>
${files.map(
  (file, index) => html`<section class="card result">
${isPicture(file) ? html`<img src="/uploads/${id}/files/${index}" alt="The saved picture">` : html`<span class="no-picture">Text only</span>`}
<div><h2>${file.name}</h2>
${renderLook(looks.files[index])}
<p><a class="button" href="/uploads/${id}/files/${index}?download">Download and check yourself</a></p></div>
</section>`,
)}
${looks.prompt && html`<section class="card"><h2>Prompt</h2><blockquote>${prompt}</blockquote>${renderLook(looks.prompt)}</section>`}
<p><a href="/">Back to the gallery</a></p>`,
  );
}

/** A text file comes through the guard as well. */
function isPicture({ mimetype }) {
  return mimetype.startsWith('image/');
}

/** The findings of a second scan, in a list of plain facts. */
function renderLook({ findings, gaps, input }) {
  const hidden = findings.filter((finding) => 'field' in finding);
  const visible = findings.filter((finding) => !('field' in finding));
  const isOwn = ({ subject }) => subject === 'self' || subject === 'organisation';
  const own = countsOf(visible.filter(isOwn));
  const others = countsOf(visible.filter((finding) => !isOwn(finding)));
  return html`<ul class="proof">
${input.kind === 'image' && html`<li class="${hidden.length === 0 ? 'good' : 'bad'}">Hidden details left: <strong>${hidden.length}</strong></li>`}
${others.length === 0 && html`<li class="good">No details of other people found</li>`}
${others.map((count) => html`<li class="kept">Still in it: <strong>${count}</strong></li>`)}
${own.length > 0 && html`<li class="good">Your own or a business’s: <strong>${own.join(', ')}</strong></li>`}
${gaps.map(({ detector }) => html`<li class="bad">Not checked: ${detector}</li>`)}
</ul>`;
}

/** As `2 × email`, a line for each type. */
function countsOf(findings) {
  const types = [...new Set(findings.map(({ type }) => type))];
  return types.map((kind) => `${findings.filter(({ type }) => type === kind).length} × ${kind}`);
}

export function renderError(user, { title, text }) {
  return page(
    user,
    title,
    html`<section class="hero"><h1>${title}</h1><p>${text}</p><p><a class="button" href="/">Back</a></p></section>`,
  );
}
