import { describe, expect, it } from 'vitest';
import { accepted, REFRESH, TOKEN, tokenIn } from '../../src/embed/protocol';

const page = {} as Window;
const stranger = {} as Window;
const origins = ['https://partner.example'];

describe('a message is read only', () => {
  const data = { type: TOKEN, token: 'a' };

  it('from the expected window and a listed origin', () => {
    expect(accepted({ source: page, origin: 'https://partner.example', data }, page, origins)).toBe(data);
  });

  it.each([
    ['another window of a listed origin', { source: stranger, origin: 'https://partner.example', data }],
    ['the window while another site is in it', { source: page, origin: 'https://evil.example', data }],
    ['an origin that only begins like a listed one', { source: page, origin: 'https://partner.example.evil.example', data }],
    ['an opaque origin', { source: page, origin: 'null', data }],
    ['no window', { source: null, origin: 'https://partner.example', data }],
  ])('not from %s', (_, event) => {
    expect(accepted(event, page, origins)).toBeNull();
  });

  it.each([[null], ['text'], [{}], [{ type: 1 }]])('not where it is %j', (junk) => {
    expect(accepted({ source: page, origin: 'https://partner.example', data: junk }, page, origins)).toBeNull();
  });
});

describe('the token of a message', () => {
  it.each([
    ['the guide for frames', { type: TOKEN, value: 'a' }],
    ['the SDK', { type: TOKEN, token: 'a', widgetId: 'w' }],
    ['the SDK by community', { type: TOKEN, token: 'a', widgetId: 'c' }],
    ['a refresh', { type: REFRESH, token: 'a', widgetId: 'w' }],
    ['a payload', { type: TOKEN, payload: { token: 'a', widgetId: 'w' } }],
    ['a value with members', { type: TOKEN, value: { token: 'a' } }],
  ])('is found in the form of %s', (_, message) => {
    expect(tokenIn(message, ['w', 'c'])).toBe('a');
  });

  it.each([
    [{ type: 'RETURNINGAI_WIDGET_OTHER', token: 'a' }],
    [{ type: TOKEN, token: 'a', widgetId: 'another' }],
    [{ type: TOKEN, token: 42 }],
    [{ type: TOKEN, token: '' }],
    [{ type: TOKEN }],
  ])('is not found in %j', (message) => {
    expect(tokenIn(message, ['w', undefined])).toBeNull();
  });
});
