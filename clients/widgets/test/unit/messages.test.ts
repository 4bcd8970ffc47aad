import { expect, it } from 'vitest';
import { applied, merged, type Message } from '../../src/widgets/channel/messages';

const message = (id: string, second: number, more: Partial<Message> = {}): Message => ({
  id,
  message: id,
  images: [],
  user: { user_id: '1' },
  channel: { channel_id: 'c', name: 'General' },
  timestamp: `2026-01-01T00:00:0${second}.000Z`,
  ...more,
});

it('keeps each message once, in the order of time', () => {
  const all = merged([message('a', 1), message('c', 3)], [message('b', 2), message('c', 3, { message: 'edited' })]);
  expect(all.map((one) => one.message)).toEqual(['a', 'b', 'edited']);
});

it('drops deleted messages and keeps the newest two hundred', () => {
  expect(merged([message('a', 1)], [message('a', 1, { deleted_at: '2026-01-01T00:00:09Z' })])).toEqual([]);
  const many = Array.from({ length: 250 }, (_, index) =>
    message(String(index).padStart(3, '0'), 1, { timestamp: new Date(index * 1000).toISOString() }),
  );
  expect(merged([], many)).toHaveLength(200);
  expect(merged([], many)[0]?.id).toBe('050');
});

it('follows the live stream', () => {
  let all = applied([], { type: 'message', seq: 1, data: message('a', 1) });
  all = applied(all, { type: 'message', seq: 1, data: message('a', 1) });
  all = applied(all, { type: 'reaction_added', seq: 2, data: { id: 'a', reactions: [{ emoji: ':tada:', total: 1 }] } });
  all = applied(all, { type: 'message_edited', seq: 3, data: message('a', 1, { message: 'new' }) });
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ message: 'new', reactions: [{ emoji: ':tada:', total: 1 }] });
  expect(applied(all, { type: 'message_deleted', seq: 4, data: { id: 'a' } })).toEqual([]);
});

it('passes over what it does not know', () => {
  const all = [message('a', 1)];
  expect(applied(all, { type: 'typing', data: { user_id: '1' } })).toBe(all);
  expect(applied(all, { type: 'message' })).toBe(all);
});
