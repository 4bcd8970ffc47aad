import { expect, it } from 'vitest';
import { httpsUrl, webUrl } from '../../src/core/url';
import { identityOf, plainId, tokenOf } from '../../src/embed/identity';

it.each(['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '//', '', null, 7])(
  'refuses %j as an address',
  (value) => {
    expect(webUrl(value)).toBeUndefined();
  },
);

it('resolves an address of the installation', () => {
  expect(webUrl('/media/a/b', 'https://rewards.example')).toBe('https://rewards.example/media/a/b');
  expect(webUrl('https://images.example/a.png')).toBe('https://images.example/a.png');
});

it('frames pages with TLS only', () => {
  expect(httpsUrl('http://partner.example/')).toBeUndefined();
  expect(httpsUrl('https://partner.example/')).toBe('https://partner.example/');
});

it('names identity attributes as widgets do', () => {
  expect(
    identityOf({ userId: 7, email: 'a@b.example', 'data-customer-id': 'c', theme: 'dark', channelId: 'x', empty: '' }),
  ).toEqual({ 'data-user-id': '7', 'data-email': 'a@b.example', 'data-customer-id': 'c' });
});

it.each([
  [{ token: 'a' }, 'a'],
  [{ data: { embedToken: 'a', expiresIn: 900 } }, 'a'],
  [{ embedToken: 'a' }, 'a'],
  [{ error: 'no' }, ''],
  [null, ''],
  [{ token: {} }, ''],
])('finds the token in %j', (body, token) => {
  expect(tokenOf(body)).toBe(token);
});

it('takes the id of a widget in base64 too', () => {
  const id = '66b1f20aa4d3e5f607182950';
  expect([plainId(id), plainId(btoa(id)), plainId('other')]).toEqual([id, id, 'other']);
});
