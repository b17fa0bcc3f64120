/**
 * The one style sheet of the pages, inline and pinned by its hash in their content security policy. Amber is the sign for "in
 * question": boxes, marks and numbers have it, always under black, so that they read the same on any picture and in both schemes.
 */
export const PAGE_STYLE: string = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #fff; --ink: #16191d; --soft: #535b65; --line: #d2d7de; --control: #767f8a;
  --accent: #1d4ed8; --on-accent: #fff; --chosen: #eaf0ff; --amber: #ffcf33; --on-amber: #14120a;
  --danger: #b3261e; --danger-page: #fdeeec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1215; --card: #181c21; --ink: #eceff2; --soft: #aab3be; --line: #353c45; --control: #87919d;
    --accent: #8fb0ff; --on-accent: #0a1430; --chosen: #1c2740; --danger: #ffb3aa; --danger-page: #371916;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Georgian", sans-serif;
}
main { max-width: 70rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
.narrow { max-width: 40rem; }
h1, h2, p, ul, figure, fieldset { margin: 0; }
h1 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.125rem); line-height: 1.2; text-wrap: balance; }
h2 { font-size: 1.1875rem; line-height: 1.3; }
a { color: var(--accent); }
small { font-size: .875rem; color: var(--soft); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.top { display: grid; gap: .5rem; margin-block-end: 1.5rem; }
.lead { font-size: 1.125rem; max-width: 42rem; }
.status {
  justify-self: start; padding: .125rem .625rem; border-radius: 1rem; font-size: .875rem; font-weight: 600;
  background: var(--amber); color: var(--on-amber);
}
.card { background: var(--card); border: 1px solid var(--line); border-radius: .875rem; padding: 1rem; margin-block-end: 1rem; }
.message { display: grid; gap: .625rem; }
.message form { margin-block-start: .5rem; }
.card > h2 { margin-block-end: .75rem; }
.errors { border: 2px solid var(--danger); background: var(--danger-page); }
.errors h2 { color: var(--danger); }
.errors ul { padding-inline-start: 1.25rem; }
.columns { display: grid; gap: 1.25rem; }
.shown { display: grid; gap: .75rem; align-content: start; justify-items: start; min-width: 0; }
.questions { display: grid; gap: 1rem; align-content: start; min-width: 0; }
.frame { position: relative; width: 100%; }
.frame.tall { max-width: 24rem; }
.frame.narrow-strip { max-width: 18rem; }
.frame img { display: block; width: 100%; height: auto; border-radius: .375rem; outline: 1px solid var(--line); background: var(--line); }
.boxes { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; forced-color-adjust: none; }
.boxes svg { overflow: visible; }
.boxes .casing { fill: none; stroke: #14120a; stroke-width: 5; stroke-opacity: .75; }
.boxes .line { fill: transparent; stroke: #ffcf33; stroke-width: 2.5; }
.boxes .badge { fill: #ffcf33; stroke: #14120a; stroke-width: 2; }
.boxes text { fill: #14120a; font: 700 14px/1 system-ui, sans-serif; text-anchor: middle; dominant-baseline: central; }
.text {
  width: 100%; max-height: 70vh; overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .5rem;
  white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext;
}
mark { background: var(--amber); color: var(--on-amber); padding: .0625rem .1875rem; border-radius: .1875rem; unicode-bidi: isolate; }
.text mark { padding-inline: 0; }
mark.within { text-decoration: underline 2px; text-underline-offset: .1875rem; }
.number {
  display: inline-grid; place-items: center; min-width: 1.625rem; height: 1.625rem; padding-inline: .375rem;
  border-radius: .8125rem; border: 2px solid #14120a; background: #ffcf33; color: #14120a; font-weight: 700; font-size: .875rem;
  line-height: 1; text-decoration: none; forced-color-adjust: none;
}
mark .number {
  display: inline; height: auto; padding: .0625rem .375rem; margin-inline: .125rem .25rem; border: 0; border-radius: .625rem; font-size: .8125rem;
  background: #14120a; color: #ffcf33;
}
.done { font-size: .9375rem; color: var(--soft); }
.done .tick { color: var(--ink); font-weight: 600; }
fieldset { border: 0; padding: 0; min-width: 0; }
.question { border-block-start: 1px solid var(--line); padding-block-start: 1rem; scroll-margin-block-start: 1rem; }
.question:first-child { border-block-start: 0; padding-block-start: 0; }
.question:target { outline: 3px solid var(--amber); outline-offset: .5rem; border-radius: .25rem; }
legend { display: flex; align-items: center; gap: .625rem; padding: 0; margin-block-end: .625rem; float: inline-start; width: 100%; }
legend + * { clear: both; }
legend .what { display: grid; font-weight: 600; font-size: 1.0625rem; line-height: 1.3; }
legend small { font-weight: 400; }
.thumb { display: block; max-width: 100%; height: auto; border-radius: .5rem; background: var(--line); outline: 1px solid var(--line); }
legend .thumb { flex: none; }
.evidence { margin-block-end: .625rem; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.words { color: var(--soft); }
.answers { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.5rem), 1fr)); }
.keeping { margin-block-start: .75rem; }
.keeping > p { margin-block-end: .375rem; font-size: .9375rem; color: var(--soft); }
.reasons { display: flex; flex-wrap: wrap; gap: .5rem; }
.answer {
  display: flex; gap: .625rem; align-items: start; padding: .5625rem .75rem; border: 1px solid var(--line); border-radius: .625rem; cursor: pointer;
}
.reasons .answer { gap: .5rem; padding-inline: .625rem .875rem; border-radius: 1.375rem; }
.answer:hover { border-color: var(--control); }
.answer:has(:checked) { border-color: var(--accent); background: var(--chosen); box-shadow: inset 0 0 0 1px var(--accent); }
.answer:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.answer input { flex: none; width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; accent-color: var(--accent); }
.answer input:focus-visible { outline: none; }
.answer span { display: grid; }
@supports selector(:has(*)) { .reasons .answer:not(:has(:checked)) small { display: none; } }
.looks legend { font-weight: 600; font-size: 1.0625rem; margin-block-end: .125rem; }
.looks > p { margin-block-end: .625rem; }
.looks .answers { grid-template-columns: repeat(auto-fit, minmax(min(100%, 12.5rem), 1fr)); max-width: 46rem; }
.looks .answer { align-items: center; }
.looks .answer input { margin: 0; }
.look { flex: none; forced-color-adjust: none; }
@supports selector(:has(*)) { form:not(:has(.beside [value="redact"]:checked)) > .looks { display: none; } }
.basis { display: grid; gap: .25rem; margin-block-start: .5rem; }
select { font: inherit; max-width: 100%; min-height: 2.75rem; padding: .375rem .5rem; border: 1px solid var(--control); border-radius: .5rem; background: var(--card); color: var(--ink); }
@supports selector(:has(*)) { .keeping:not(:has([value="other-basis"]:checked)) .basis { display: none; } }
.problem { color: var(--danger); font-weight: 600; margin-block-end: .5rem; }
.question:has(> .problem) { border-inline-start: 4px solid var(--danger); padding-inline-start: .75rem; }
.confirm:has(.problem) { border-inline-start: 4px solid var(--danger); }
.thumbs { display: flex; flex-wrap: wrap; gap: .375rem; margin-block-end: .625rem; }
details > summary { cursor: pointer; padding-block: .625rem; font-weight: 600; color: var(--accent); }
details > .questions { padding-block-start: .5rem; }
.confirm { display: grid; gap: .75rem; }
.confirm h2 { margin-block-end: .25rem; }
h2 small { font-weight: 400; margin-inline-start: .25rem; }
.confirm p, .confirm .answer { max-width: 46rem; }
button {
  font: inherit; font-weight: 600; min-height: 3rem; padding: .625rem 1.375rem; border-radius: .625rem; border: 1px solid transparent; cursor: pointer;
  background: var(--accent); color: var(--on-accent); justify-self: start;
}
button:hover { filter: brightness(1.08); }
.delete { padding-inline: 1rem; }
.delete summary { color: var(--soft); font-weight: 400; }
.delete form { display: grid; gap: .75rem; justify-items: start; }
.delete button { background: transparent; color: var(--danger); border-color: currentColor; }
@media (min-width: 52rem) {
  main { padding-block-start: 2.5rem; }
  .card { padding: 1.5rem; }
  .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; }
  .beside > .shown { position: sticky; inset-block-start: 1rem; }
  .columns:not(.beside) > .questions { grid-template-columns: 1fr 1fr; }
  .columns:not(.beside) > .questions > .question { border: 1px solid var(--line); border-radius: .625rem; padding: 1rem; }
  .columns:not(.beside) > .questions > .question:has(> .problem) { border-inline-start: 4px solid var(--danger); }
  .questions > .all, .columns:not(.beside) > .questions > :is(details, :has(+ details)) { grid-column: 1 / -1; }
}
@media (max-width: 30rem) { .confirm button { width: 100%; } }
`;
