import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/prompt/language.ts';

describe('the language of a page', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['KA', 'ka'],
    ['pt, fr;q=0.8, en;q=0.9', 'en'],
    ['ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7', 'ru'],
    ['de;q=0, es;q=0.1', 'es'],
    ['*', 'en'],
    ['', 'en'],
    ['fr;q=nonsense', 'en'],
    [`${'xx,'.repeat(1000)}de`, 'en'],
  ])('for "%.40s" is %s', (requested, language) => {
    expect(chooseLanguage(requested)).toBe(language);
  });
});
