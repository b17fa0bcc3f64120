import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { promptPageHeaders } from '../../src/prompt/prompt-page-headers.ts';
import { renderFinishPage } from '../../src/prompt/render-finish-page.ts';
import { messageForCode, messageForStatus, renderMessagePage } from '../../src/prompt/render-message-page.ts';
import { face, held, picture, promptPage } from './held.ts';

describe('the headers of the pages', () => {
  it.each([
    ['prompt', () => promptPage([picture(1, [face('f1')])])],
    ['finish', () => renderFinishPage(held([]), { lang: 'en' })],
    ['message', () => renderMessagePage('gone', { lang: 'de' })],
  ])('allow the style of the %s page by its hash, and nothing inline besides', (_name, render) => {
    const page = render();
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(promptPageHeaders()['Content-Security-Policy']).toContain(`style-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/ style=|<script| on\w+=/);
  });

  it('forbid caching, framing and foreign posts, and keep the Origin of the own ones', () => {
    const headers = promptPageHeaders();
    expect(headers['Cache-Control']).toContain('no-store');
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "img-src 'self'"]) {
      expect(headers['Content-Security-Policy']).toContain(rule);
    }
    expect(headers['Referrer-Policy']).not.toBe('no-referrer');
  });
});

describe('the finish page', () => {
  const released = (path: string, method = 'POST', kind: 'upload' | 'submit' = 'upload') =>
    renderFinishPage(held([], { status: 'released', origin: { kind, method, path, mount: '' } }), { lang: 'en' });

  it('sends the hold to the route of the upload', () => {
    const page = released('/uploads');
    expect(page).toContain('<form method="post" action="/uploads">');
    expect(page).toContain('<input type="hidden" name="hold" value="hld_0123456789abcdef">');
  });

  it.each(['//evil.example/x', '/\\evil.example', '/\t/evil.example', 'https://evil.example'])(
    'stays on this host with the path %j',
    (path) => {
      const action = /action="([^"]*)"/.exec(released(path))?.[1] ?? '';
      expect(new URL(action, 'https://own.example/privacy/holds/h/prompt').origin).toBe('https://own.example');
    },
  );

  it('has no form for what a form cannot finish', () => {
    for (const page of [released('/uploads', 'PUT'), released('', '', 'submit')]) {
      expect(page).not.toContain('<form');
      expect(page).toContain('That is all.');
    }
  });
});

describe('the message pages', () => {
  it('say in the language asked for what became of the upload', () => {
    expect(renderMessagePage('declined', { lang: 'fr' })).toContain('Rien n’a été envoyé');
    expect(renderMessagePage('deleted', { lang: 'ka-GE' })).toContain('თქვენი მასალა წაიშალა');
  });

  it('are chosen by status and by error code', () => {
    expect(messageForStatus('expired')).toBe('gone');
    expect(messageForStatus('resuming')).toBe('working');
    expect(messageForStatus('consumed')).toBe('finished');
    expect(messageForCode('NOT_FOUND')).toBe('notFound');
    expect(messageForCode('GONE')).toBe('gone');
    expect(messageForCode('ANYTHING_ELSE')).toBe('failed');
  });
});
