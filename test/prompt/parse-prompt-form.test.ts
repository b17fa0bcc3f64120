import { parse as parseQuery } from 'node:querystring';
import { describe, expect, it } from 'vitest';
import { BystanderError } from '../../src/errors.ts';
import { parsePromptForm } from '../../src/prompt/parse-prompt-form.ts';

const STATEMENT = 'statement.id=att&statement.version=1&statement.lang=en&statement.sha256=abc';
const FORM = `version=3&token=t0k.en&${STATEMENT}&accepted=yes`;

describe('the posted form', () => {
  it('becomes a decision with its version', () => {
    const form = parsePromptForm(parseQuery(`${FORM}&choice.f1=redact&choice.g1=retry`));
    expect(form).toEqual({
      kind: 'decision',
      version: 3,
      decision: {
        token: 't0k.en',
        statement: { id: 'att', version: '1', lang: 'en', sha256: 'abc', accepted: true },
        choices: [
          { finding: 'f1', choice: 'redact' },
          { finding: 'g1', choice: 'retry' },
        ],
      },
    });
  });

  it('without confirmation keeps the answers and is no decision', () => {
    const form = parsePromptForm(parseQuery(`${FORM.replace('&accepted=yes', '')}&choice.f1=consent`));
    expect(form).toEqual({ kind: 'unconfirmed', version: 3, choices: [{ finding: 'f1', choice: 'consent' }] });
  });

  it('says how places are to be covered, in one of three ways', () => {
    const form = parsePromptForm(parseQuery(`${FORM}&choice.f1=redact&cover=blur`));
    expect(form.kind === 'decision' && form.decision.cover).toBe('blur');
    const unconfirmed = parsePromptForm(parseQuery(`${FORM.replace('&accepted=yes', '')}&cover=mosaic`));
    expect(unconfirmed).toMatchObject({ kind: 'unconfirmed', cover: 'mosaic' });
    expect(() => parsePromptForm(parseQuery(`${FORM}&cover=hearts`))).toThrow(BystanderError);
  });

  it('answers several findings at once, where a single answer goes first wherever it stands', () => {
    const form = parsePromptForm(parseQuery(`choice.f2=self&${FORM}&together.f1.f2.f3=redact`));
    expect(form.kind === 'decision' && form.decision.choices).toEqual([
      { finding: 'f1', choice: 'redact' },
      { finding: 'f2', choice: 'self' },
      { finding: 'f3', choice: 'redact' },
    ]);
  });

  it('lets an answer for fewer findings go before one for more, wherever they stand', () => {
    const form = parsePromptForm(parseQuery(`together.f1.f2=consent&${FORM}&together.f1.f2.f3=redact`));
    expect(form.kind === 'decision' && form.decision.choices.map(({ choice }) => choice)).toEqual([
      'consent',
      'consent',
      'redact',
    ]);
  });

  it('keeps a legal reason only with the answer it belongs to', () => {
    const form = parsePromptForm(
      parseQuery(`${FORM}&choice.f1=other-basis&basis.f1=contract&choice.f2=self&basis.f2=contract&basis.f3=`),
    );
    expect(form.kind === 'decision' && form.decision.choices).toEqual([
      { finding: 'f1', choice: 'other-basis', basis: 'contract' },
      { finding: 'f2', choice: 'self' },
    ]);
  });

  it('takes the legal reason of an answer for several from the first of them', () => {
    const form = parsePromptForm(parseQuery(`${FORM}&together.f1.f2=other-basis&basis.f1=contract&choice.f3=self`));
    const basis = 'contract';
    expect(form.kind === 'decision' && form.decision.choices).toEqual([
      { finding: 'f1', choice: 'other-basis', basis },
      { finding: 'f2', choice: 'other-basis', basis },
      { finding: 'f3', choice: 'self' },
    ]);
  });

  it('asks for deletion without answers or confirmation', () => {
    const form = parsePromptForm(parseQuery('version=3&token=t&intent=delete'));
    expect(form).toEqual({ kind: 'delete', version: 3, token: 't' });
  });

  it.each([
    ['a field that is unknown', `${FORM}&extra=1`],
    ['a repeated answer', `${FORM}&choice.f1=redact&choice.f1=self`],
    ['a repeated token', `${FORM}&token=other`],
    ['a choice that does not exist', `${FORM}&choice.f1=yes`],
    ['an empty choice', `${FORM}&choice.f1=`],
    ['a finding id out of shape', `${FORM}&choice.f1/../f2=redact`],
    ['one answer for a single finding under "together"', `${FORM}&together.f1=redact`],
    ['no version', FORM.replace('version=3&', '')],
    ['a version that is no number', FORM.replace('version=3', 'version=-3')],
    ['no token', FORM.replace('token=t0k.en&', '')],
    ['half a statement', FORM.replace('&statement.sha256=abc', '')],
    ['a confirmation that is not the box', FORM.replace('accepted=yes', 'accepted=no')],
    ['an intent that does not exist', `${FORM}&intent=approve`],
    ['an endless value', `${FORM}&choice.f1=${'x'.repeat(5000)}`],
  ])('is refused with %s', (_what, body) => {
    expectMalformed(parseQuery(body));
  });

  it.each([
    ['nothing', undefined],
    ['text', 'choice.f1=redact'],
    ['null', null],
    ['nested values', { version: { a: '3' } }],
  ])('is refused when the body is %s', (_what, body) => {
    expectMalformed(body);
  });

  it('never repeats what was sent in its error', () => {
    const secret = 'anna@mail.example';
    try {
      parsePromptForm(parseQuery(`${FORM}&${encodeURIComponent(secret)}=1`));
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret);
    }
  });
});

function expectMalformed(body: unknown): void {
  try {
    parsePromptForm(body);
    expect.unreachable('it was accepted');
  } catch (error) {
    expect(error).toBeInstanceOf(BystanderError);
    expect(error).toMatchObject({ code: 'DECISION_MALFORMED', status: 400 });
  }
}
