import { describe, expect, it } from 'vitest';
import { FINDING_TYPES } from '../../src/core/types.ts';
import type { OfferedFinding } from '../../src/holds/types.ts';
import { LANGUAGES } from '../../src/prompt/language.ts';
import { renderPromptPage } from '../../src/prompt/render-prompt-page.ts';
import { createStatements } from '../../src/prompt/statements.ts';
import { CHOICES, face, gap, held, inPicture, picture, promptPage, TOKEN, textItem, words } from './held.ts';

const TEXT = 'Ask Anna, call +995 599 12 34 56 after six.';
const PHONE = { start: TEXT.indexOf('+995'), end: TEXT.indexOf(' after') };
const phone = words('f9', 'phone', PHONE.start, PHONE.end);

describe('the prompt page', () => {
  it('asks once per finding and gap, with every choice offered and none made', () => {
    const page = promptPage([picture(1, [face('f1'), face('f2')], { gaps: [gap('g1', 'ocr')] })]);
    expect(page.match(/<fieldset class="question"/g)).toHaveLength(3);
    for (const id of ['f1', 'f2']) expect(valuesOf(page, `choice.${id}`).sort()).toEqual([...CHOICES].sort());
    expect(valuesOf(page, 'choice.g1')).toEqual(['retry', 'remove']);
    expect(checkedOf(page)).toEqual([]);
  });

  it('asks how places of a picture are to be covered, with the configured look chosen', () => {
    const page = promptPage([picture(1, [face('f1')]), textItem(2, [phone])], { cover: 'mosaic' });
    expect(valuesOf(page, 'cover')).toEqual(['solid', 'mosaic', 'blur']);
    expect(page).toContain('<input type="radio" name="cover" value="mosaic" checked>');
    expect(page.match(/name="cover"[^>]* checked/g)).toHaveLength(1);
  });

  it('does not ask for a look where there is no picture, only a gap, or nothing that can be covered', () => {
    const kept = { ...face('f1'), choices: ['self', 'remove'] as const };
    for (const items of [[textItem(2, [phone])], [picture(1, [], { gaps: [gap('g1', 'ocr')] })], [picture(1, [kept])]])
      expect(valuesOf(promptPage(items), 'cover')).toEqual([]);
  });

  it('posts to its own hold with version, token and the statement as it is shown', () => {
    const statement = createStatements().current('en');
    const page = promptPage([picture(1, [face('f1')])]);
    expect(page).toContain('<form method="post" action="/privacy/holds/hld_0123456789abcdef/prompt"');
    expect(page).toContain(`<p id="statement">${statement.text}</p>`);
    expect(hiddenFields(page)).toMatchObject({
      version: '3',
      token: TOKEN,
      'statement.id': statement.id,
      'statement.version': statement.version,
      'statement.lang': 'en',
      'statement.sha256': statement.sha256,
    });
    expect(page).toMatch(/<input type="checkbox" id="accepted" name="accepted" value="yes" required/);
  });

  it('shows the preview once with one numbered box per finding, and a cut-out beside each question', () => {
    const page = promptPage([picture(1, [face('f1'), face('f2', { x: 2000, y: 1500, width: 400, height: 600 })])]);
    const preview = '/privacy/holds/hld_0123456789abcdef/items/1/preview';
    expect(page.match(new RegExp(`<img src="${preview}" width="4000" height="3000"`, 'g'))).toHaveLength(1);
    expect(page).toContain('<rect class="line" x="50%" y="50%" width="10%" height="20%" rx="3"/>');
    expect(page.match(new RegExp(`<image href="${preview}"`, 'g'))).toHaveLength(2);
    expect([...page.matchAll(/<rect class="badge".*?>(\d)</gs)].map((match) => match[1])).toEqual(['1', '2']);
  });

  it('numbers faces from left to right and words as they are read, whatever order they were found in', () => {
    const right = face('f-right', { x: 3000, y: 10, width: 100, height: 120 });
    const left = face('f-left', { x: 10, y: 900, width: 100, height: 120 });
    const page = promptPage([
      picture(1, [right, left]),
      textItem(2, [words('f-late', 'email', 20, 30), words('f-early', 'phone', 4, 9)]),
    ]);
    const asked = [...page.matchAll(/<fieldset class="question" id="q-([\w-]+)"/g)].map((match) => match[1]);
    expect(asked).toEqual(['f-left', 'f-right', 'f-early', 'f-late']);
  });

  it('marks the findings in a text, numbered, and repeats the words at their question', () => {
    const page = promptPage([textItem(2, [phone])], { texts: new Map([[2, TEXT]]) });
    expect(page).toContain(
      'Ask Anna, call <mark dir="auto"><a class="number" href="#q-f9">1</a>+995 599 12 34 56</mark> after six.',
    );
    expect(evidenceOf(page)).toEqual(['Ask Anna, call ‹+995 599 12 34 56› after six.']);
    expect(page).toContain('Phone number');
  });

  it('marks findings that overlap without losing or doubling a letter', () => {
    const page = promptPage([textItem(2, [words('f1', 'person', 4, 12), words('f2', 'address', 8, 20)])], {
      texts: new Map([[2, TEXT]]),
    });
    const shown = /<div class="text"[^>]*>(.*?)<\/div>/s.exec(page)?.[1] ?? '';
    expect(shown.replace(/<a class="number".*?<\/a>/g, '').replace(/<[^>]+>/g, '')).toBe(TEXT);
    expect([...shown.matchAll(/href="#q-(f\d)"/g)].map((match) => match[1])).toEqual(['f1', 'f2']);
  });

  it('shows whole words of the same line beside a place, and how the rest goes on', () => {
    const text = `Passport\nplease print the card 4539 1488 0343 6467 of my neighbour on the very first page`;
    const start = text.indexOf('4539');
    const page = promptPage([textItem(1, [words('f1', 'payment-card', start, start + 19)])], {
      texts: new Map([[1, text]]),
    });
    expect(evidenceOf(page)).toEqual(['please print the card ‹4539 1488 0343 6467› of my neighbour on the very …']);
  });

  it('tells a name from what is said around it, and names what a private detail is about', () => {
    const text = 'Peter Novak has diabetes';
    const detail = { ...words('f1', 'special-category', 0, text.length), reasons: ['health', 'kin'] };
    const page = promptPage([textItem(1, [detail, words('f2', 'person', 0, 11)])], { texts: new Map([[1, text]]) });
    expect(page).toMatch(
      /<mark dir="auto" class="within">.*?Peter Novak<\/mark><mark dir="auto"> has diabetes<\/mark>/,
    );
    expect(page).toContain('Very private detail: Health');
    const four = ['health', 'religion', 'politics', 'union'].map((reason, at) => ({
      ...words(`f${at}`, 'special-category', at * 3, at * 3 + 2),
      reasons: [reason],
    }));
    expect(promptPage([textItem(1, four)])).toContain('All 4 at once: Very private detail<');
    expect(page).toContain('This is about me');
  });

  it('says that a place is written in disguise', () => {
    const disguised = { ...phone, reasons: ['disguised'] };
    const said = 'Written in an unusual way';
    expect(promptPage([textItem(2, [disguised])], { texts: new Map([[2, TEXT]]) })).toContain(said);
    expect(promptPage([textItem(2, [phone])], { texts: new Map([[2, TEXT]]) })).not.toContain(said);
  });

  it('calls what was not looked for as it calls what is found, and a text a text', () => {
    const item = { ...textItem(1, []), gaps: [gap('g1', 'iban'), gap('g2', 'custom:member'), gap('g3', 'media')] };
    const page = promptPage([item], { labels: [{ type: 'member', label: 'Member number' }] });
    expect(page).toContain('Not checked: Bank account number, Member number, this text<');
  });

  it('asks once about all that was not looked for in one file for one reason', () => {
    const gaps = [gap('g1', 'face'), gap('g2', 'codes'), { ...gap('g3', 'ocr'), reason: 'failed' as const }];
    const page = promptPage([picture(1, [], { gaps: [...gaps, gap('g4', 'metadata')] })]);
    expect(page).toContain('Not checked: faces, QR and bar codes, hidden details of the file<');
    expect(page).toContain('Not checked: writing in the picture <');
    expect(page.match(/name="together\.g1\.g2\.g4" value="retry"/g)).toHaveLength(1);
    expect(page.match(/name="choice\.g\d"/g)?.every((name) => name.includes('g3'))).toBe(true);
    for (const id of ['g1', 'g2', 'g3', 'g4']) expect(page.match(new RegExp(`id="q-${id}"`, 'g'))).toHaveLength(1);
  });

  it('says that a place was read from a code', () => {
    const box = { x: 100, y: 200, width: 120, height: 120 };
    const email = (source: 'code' | 'ocr'): OfferedFinding => ({
      ...{ id: 'f1', type: 'email', score: 0.99, detector: 'email', action: 'confirm', choices: CHOICES },
      ...{ box, source },
    });
    expect(promptPage([picture(1, [email('code')])])).toContain('E-mail address (in a code)');
    expect(promptPage([picture(1, [email('ocr')])])).not.toContain('in a code');
  });

  it('shows a long text only around its findings, with whole characters at the cuts', () => {
    const filler = '😀'.repeat(4001);
    const text = `${filler}x bob@mail.example ${filler}`;
    const start = text.indexOf('bob');
    const page = promptPage([textItem(1, [words('f1', 'email', start, start + 16)])], { texts: new Map([[1, text]]) });
    expect(page).toContain('bob@mail.example</mark>');
    expect(page.length).toBeLessThan(20_000);
    expect(page.isWellFormed()).toBe(true);
  });

  it('names what was already removed, and neither asks about it nor draws it', () => {
    const gps = {
      id: 'f8',
      type: 'gps',
      score: 1,
      detector: 'metadata',
      action: 'strip',
      field: 'EXIF:GPSLatitude',
    } as const;
    const page = promptPage([picture(1, [face('f1'), { ...gps, choices: [] }])]);
    expect(page).toContain('Where it was taken (GPS)');
    expect(page).not.toContain('f-gps');
    expect(page).not.toContain('GPSLatitude');
  });

  it('says what could not be checked, and why, when nothing else is in question', () => {
    const page = promptPage([picture(1, [], { gaps: [gap('g1', 'face', ['retry', 'remove', 'looked'])] })]);
    expect(page).toContain('We could not check all of your upload');
    expect(page).toContain('Not checked: faces');
    expect(page).toContain('The check took too long.');
    expect(page).toContain('I looked: there is nobody else in it');
  });

  it('leaves out what was removed and shows no preview of what has none', () => {
    const broken = { n: 2, kind: 'image', mediaType: 'image/heic', field: 'image', bytes: 10 } as const;
    const page = promptPage([
      picture(1, [face('f-taken-out')], { removed: true }),
      { ...broken, findings: [], gaps: [gap('g1', 'decode')], assessed: {} },
    ]);
    expect(page).not.toContain('f-taken-out');
    expect(page).not.toContain('<img');
    expect(page).toContain('There is no preview of this file.');
    expect(page).toContain('Question 1 of 1');
  });

  it('offers one answer for many findings of a kind, and single answers besides', () => {
    const page = promptPage([
      picture(
        1,
        ['f1', 'f2', 'f3', 'f4'].map((id) => face(id)),
      ),
    ]);
    expect(valuesOf(page, 'together.f1.f2.f3.f4')).toEqual(['redact', 'remove', 'ours', 'consent', 'not-personal']);
    expect(valuesOf(page, 'choice.f3')).toContain('self');
    expect(page).toContain('<details><summary>Answer one by one</summary>');
  });

  it('masks or leaves out many places of several types with one answer, and keeps none of them so', () => {
    const mixed = [words('f1', 'email', 0, 2), words('f2', 'phone', 3, 5), words('f3', 'iban', 6, 8), phone];
    const page = promptPage([{ ...textItem(1, mixed), gaps: [gap('g1', 'person')] }], { texts: new Map([[1, TEXT]]) });
    expect(valuesOf(page, 'together.f1.f2.f3.f9')).toEqual(['redact', 'remove']);
    expect(page).toContain('All 4 places at once');
    expect(valuesOf(page, 'choice.f3')).toContain('self');
    expect(promptPage([textItem(1, mixed.slice(1))])).not.toContain('at once');
  });

  it('asks once about all that one code says, and marks its place once', () => {
    const types = ['person', 'phone', 'email', 'address'] as const;
    const inCode = types.map((type, index) => inPicture(`f${index}`, type, { source: 'code' }));
    const page = promptPage([picture(1, [...inCode, face('f9')])]);
    expect(page).toContain('Question 2 of 2');
    expect(page).toContain('Name of a person · Phone number · E-mail address · Postal address (in a code)');
    expect(valuesOf(page, 'together.f0.f1.f2.f3')).toEqual(CHOICES);
    expect(page.match(/class="badge"/g)).toHaveLength(2);
    expect(page).not.toContain('name="choice.f1"');
  });

  it('asks once about an address over several lines, and marks each of them', () => {
    const whole = { x: 10, y: 20, width: 300, height: 90 };
    const lines = [20, 80].map((y, index) =>
      inPicture(`f${index}`, 'address', { source: 'ocr', box: { x: 10, y, width: 300, height: 30 }, whole }),
    );
    const page = promptPage([picture(1, lines)]);
    expect(page).toContain('Question 1 of 1');
    expect(valuesOf(page, 'together.f0.f1')).toEqual(CHOICES);
    expect(page.match(/class="badge"/g)).toHaveLength(2);
    const previousChoices = [{ finding: 'f0', choice: 'redact' }] as const;
    const again = promptPage([picture(1, lines)], { error: { code: 'CHOICES_INCOMPLETE' }, previousChoices });
    expect(again).toContain('id="problem-f0"');
    expect(checkedOf(again)).toEqual([]);
    expect(promptPage([picture(1, lines)], { error: { code: 'RESIDUE', findings: ['f1'] } })).toContain(
      'id="problem-f0"',
    );
  });

  it('asks about all that stands on a document with one question that may also keep it', () => {
    const name = inPicture('f1', 'person', { source: 'ocr' });
    const number = inPicture('f2', 'passport', { source: 'ocr' }, ['document:passport']);
    const offered: OfferedFinding = { ...number, choices: ['redact', 'remove', 'self', 'consent'] };
    const page = promptPage([picture(1, [name, offered])]);
    expect(page).toContain('This looks like a passport');
    expect(valuesOf(page, 'together.f1.f2')).toEqual(['redact', 'remove', 'self', 'consent']);
    expect(valuesOf(page, 'choice.f2')).toContain('self');
    const faces = [face('f3'), face('f4', { x: 900, y: 200, width: 120, height: 160 })];
    expect(valuesOf(promptPage([picture(1, [name, offered, ...faces])]), 'together.f3.f4.f1.f2')).not.toContain('self');
  });

  it('folds the single questions below the one for all, and opens them where they were answered', () => {
    const mixed = [words('f1', 'email', 0, 2), words('f2', 'phone', 3, 5), words('f3', 'iban', 6, 8), phone];
    const page = (choices: Parameters<typeof promptPage>[1]) => promptPage([textItem(1, mixed)], choices);
    expect(page({})).toContain('<details><summary>Answer one by one');
    const previousChoices = [{ finding: 'f1', choice: 'redact' }] as const;
    expect(page({ previousChoices })).toContain('<details open><summary>Answer one by one');
  });

  it('says that a place has nearly transparent colours, and shows no cut-out of it', () => {
    const page = promptPage([picture(1, [inPicture('f1', 'face', { source: 'hidden-colour' })])]);
    expect(page).toContain('Hidden in nearly transparent colours.');
    expect(page).not.toContain('class="thumb"');
  });

  it('stays small however many findings there are', () => {
    const many = Array.from({ length: 5000 }, (_, index) => words(`f${index}`, 'email', index * 10, index * 10 + 8));
    const page = promptPage([textItem(1, many)], { texts: new Map([[1, 'mail@x.y  '.repeat(5000)]]) });
    expect(page.length).toBeLessThan(2_000_000);
    expect(page.match(/name="together\.[^"]+" value="redact"/g)).toHaveLength(10);
  });

  it('offers deletion of the whole upload without any answer', () => {
    const page = promptPage([picture(1, [face('f1')])]);
    expect(page).toContain('<button name="intent" value="delete">Yes, delete it</button>');
  });

  it.each(LANGUAGES)('speaks %s, and says so', (lang) => {
    const items = [
      picture(
        1,
        FINDING_TYPES.map((type, index) => ({ ...face(`f${index}`), type })),
      ),
    ];
    const page = promptPage(items, { lang });
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toMatch(/undefined|\[object|\{\w+\}/.exec(page.replace(/<style>.*<\/style>/s, ''))?.[0] ?? /^$/);
  });

  it('asks for a legal reason where another one may be given', () => {
    const page = promptPage([picture(1, [{ ...face('f1'), choices: [...CHOICES, 'other-basis'] }])]);
    expect(page).toContain('<select id="basis-f1" name="basis.f1">');
  });
});

describe('the prompt page after a mistake', () => {
  const items = [picture(1, [face('f1'), face('f2')]), textItem(2, [phone])];
  const texts = new Map([[2, TEXT]]);

  it('says at the top and beside each field what is missing, and keeps what was chosen', () => {
    const previousChoices = [{ finding: 'f1', choice: 'redact' }] as const;
    const page = promptPage(items, { texts, error: { code: 'CHOICES_INCOMPLETE' }, previousChoices });
    expect(page).toContain('role="alert"');
    expect(page).toContain('<a href="#q-f2">2. Face</a>');
    expect(page).toContain('<a href="#q-f9">3. Phone number</a>');
    expect(page).toContain('<a href="#accepted">');
    expect(page).toContain('<fieldset class="question" id="q-f2" aria-describedby="problem-f2">');
    expect(page).not.toContain('problem-f1');
    expect(checkedOf(page)).toEqual(['choice.f1=redact']);
  });

  it('does not ask for more about a file that is left out', () => {
    const previousChoices = [{ finding: 'f1', choice: 'remove' }] as const;
    const page = promptPage(items, { texts, error: { code: 'CHOICES_INCOMPLETE' }, previousChoices });
    expect(page).not.toContain('problem-f2');
    expect(page).toContain('problem-f9');
  });

  it('keeps the confirmation when only an answer was missing, and asks for it again when the questions changed', () => {
    const error = (code: string) => promptPage(items, { texts, error: { code }, previouslyAccepted: true });
    expect(checkedOf(error('CHOICES_INCOMPLETE'))).toEqual(['accepted=yes']);
    expect(checkedOf(error('FINDINGS_CHANGED'))).toEqual([]);
  });

  it('marks the findings that the error names', () => {
    const page = promptPage(items, { texts, error: { code: 'RESIDUE', findings: ['f2'] } });
    expect(page).toContain('Something could still be seen after it was covered.');
    expect(page).toContain('id="problem-f2"');
    expect(page).not.toContain('id="problem-f1"');
  });

  it('says beside the faces when two of one picture are answered with "this is me"', () => {
    const previousChoices = ['f1', 'f2', 'f9'].map((finding) => ({ finding, choice: 'self' }) as const);
    const page = promptPage(items, { texts, error: { code: 'CHOICE_NOT_ALLOWED' }, previousChoices });
    expect(page.match(/<p class="problem" id="problem-f\d">Only one face/g)).toHaveLength(2);
    expect(page).not.toContain('problem-f9');
  });

  it('keeps one answer that was given for many', () => {
    const ids = ['f1', 'f2', 'f3', 'f4'];
    const previousChoices = ids.map((finding) => ({ finding, choice: 'redact' }) as const);
    const many = [
      picture(
        1,
        ids.map((id) => face(id)),
      ),
    ];
    const page = promptPage(many, { error: { code: 'CHOICES_INCOMPLETE' }, previousChoices });
    expect(checkedOf(page)).toEqual(['together.f1.f2.f3.f4=redact']);
  });

  it('keeps one answer that was given for all types, and does not repeat it below', () => {
    const ids = ['f1', 'f2', 'f3', 'f4', 'f5'];
    const mixed = ids.map((id, index) => words(id, index === 4 ? 'phone' : 'email', index * 5, index * 5 + 3));
    const forAll = ids.map((finding) => ({ finding, choice: 'redact' }) as const);
    const previousChoices = [...forAll, { finding: 'g1', choice: 'retry' } as const];
    const item = { ...textItem(1, mixed), gaps: [gap('g1', 'person')] };
    const page = promptPage([item], { error: { code: 'CHOICES_INCOMPLETE' }, previousChoices });
    expect(checkedOf(page)).toEqual(['together.f1.f2.f3.f4.f5=redact', 'choice.g1=retry']);
  });

  it('has words for every error, and does not print an unknown code', () => {
    const page = promptPage(items, { texts, error: { code: 'SOMETHING_NEW' } });
    expect(page).toContain('That did not work. Please try again.');
    expect(page).not.toContain('SOMETHING_NEW');
  });
});

describe('hostile content on the prompt page', () => {
  const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>\`</style>&lt;`;

  it('in texts, field names, ids and tokens is shown and never becomes markup', () => {
    const finding = { ...words('f1', 'person', 2, 30), id: `f1${HOSTILE}` };
    const page = promptPage([textItem(1, [finding], HOSTILE), picture(2, [face('f2')], { field: HOSTILE })], {
      texts: new Map([[1, HOSTILE.repeat(3)]]),
      token: HOSTILE,
      base: `/privacy${HOSTILE}`,
      error: { code: HOSTILE, findings: [HOSTILE] },
    });
    expect(page).not.toMatch(/<script|onerror='|<img src=x/i);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('in a hold id stays inside the path', () => {
    const statement = createStatements().current('en');
    const view = held([picture(1, [face('f1')])], { hold: '../../admin?x=1#y' });
    const page = renderPromptPage(view, {
      texts: new Map(),
      statement,
      lang: 'en',
      base: '/privacy',
      token: TOKEN,
      cover: 'solid',
    });
    expect(page).toContain('action="/privacy/holds/..%2F..%2Fadmin%3Fx%3D1%23y/prompt"');
  });

  it('with offsets out of the text shows the text as it is', () => {
    const page = promptPage([textItem(1, [words('f1', 'email', -5, 10_000), words('f2', 'phone', 900, 800)])], {
      texts: new Map([[1, TEXT]]),
    });
    expect(page).toContain(`<mark dir="auto"><a class="number" href="#q-f1">1</a>${TEXT}</mark>`);
  });
});

function valuesOf(page: string, name: string): string[] {
  const pattern = new RegExp(`<input type="radio" name="${name.replaceAll('.', '\\.')}" value="([^"]+)"`, 'g');
  return [...page.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** What the questions show of a text, the place between ‹ and ›. */
function evidenceOf(page: string): string[] {
  const shown = [...page.matchAll(/<p class="evidence words" dir="auto">(.*?)<\/p>/gs)].map(([, words = '']) => words);
  return shown.map((words) => words.replace('<mark dir="auto">', '‹').replace('</mark>', '›'));
}

function hiddenFields(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

/** Without the look of covers, which is no answer. */
function checkedOf(page: string): string[] {
  return [...page.matchAll(/<input [^>]*name="(?!cover")([^"]+)" value="([^"]+)"[^>]* checked/g)].map(
    ([, name, value]) => `${name}=${value}`,
  );
}
