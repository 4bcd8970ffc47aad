import { expect, it } from 'vitest';
import { ApiError } from '../../src/core/api';
import { ar } from '../../src/text/ar';
import { en } from '../../src/text/en';
import { Translator } from '../../src/text/translator';

it('has the same texts and places for values in both languages', () => {
  expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[]) expect(places(ar[key]), key).toEqual(places(en[key]));
});

it.each([
  ['ar-EG', 'ar', 'rtl'],
  ['ar', 'ar', 'rtl'],
  ['en-GB', 'en', 'ltr'],
  ['fr', 'en', 'ltr'],
  ['not a language', 'en', 'ltr'],
])('shows %s as %s from %s', (wanted, language, direction) => {
  expect(new Translator(wanted)).toMatchObject({ language, direction });
});

it('writes numbers into texts in the manner of the language', () => {
  expect(new Translator('en').of('stockLeft', { n: 1234 })).toBe('Left: 1,234');
  expect(new Translator('en').of('member', { id: '<b>' })).toBe('Member <b>');
});

it.each([
  [new ApiError(409, 'coins_missing', ''), en.coinsMissing],
  [new ApiError(409, 'something_new', 'Internal words'), en.conflict],
  [new ApiError(0, 'unreachable', ''), en.unreachable],
  [new Error('x'), en.failed],
])('tells %s in words for members', (error, text) => {
  expect(new Translator('en').failure(error)).toBe(text);
});
