import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Session } from '../../src/core/session';
import { ChannelStream, type StreamEvent, type StreamState } from '../../src/core/stream';

/** A socket whose server is the test. */
class Socket {
  static all: Socket[] = [];
  sent: { type: string; [member: string]: unknown }[] = [];
  onopen = () => {};
  onmessage = (_: { data: string }) => {};
  onclose = (_: { code: number }) => {};

  constructor(readonly address: URL) {
    Socket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {}

  tell(event: object): void {
    this.onmessage({ data: JSON.stringify(event) });
  }
}

let events: StreamEvent[];
let states: StreamState[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Socket);
  Socket.all = [];
  events = [];
  states = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function opened(requestToken?: () => Promise<string>): ChannelStream {
  const stream = new ChannelStream('https://r.example', new Session('', 'first', requestToken), 'c', {
    onEvent: (event) => events.push(event),
    onState: (state) => states.push(state),
  });
  stream.open();
  Socket.all[0]?.onopen();
  return stream;
}

const last = () => Socket.all.at(-1) as Socket;

it('sends the token in the first frame, never in the address', () => {
  opened();
  expect(String(last().address)).toBe('wss://r.example/stream');
  expect(last().sent).toEqual([
    { type: 'auth', token: 'first' },
    { type: 'subscribe', channels: [{ id: 'c' }] },
  ]);
});

it('resumes after the last entry that it saw', async () => {
  opened();
  last().tell({ type: 'subscribed', channel: 'c', seq: 40 });
  last().tell({ type: 'message', channel: 'c', seq: 42, data: {} });
  last().onclose({ code: 1001 });
  await vi.runOnlyPendingTimersAsync();
  last().onopen();
  expect(Socket.all).toHaveLength(2);
  expect(last().sent[1]).toEqual({ type: 'subscribe', channels: [{ id: 'c', since: 42 }] });
  last().tell({ type: 'subscribed', channel: 'c', seq: 42 });
  expect(states).toEqual(['connecting', 'live', 'waiting', 'connecting', 'live']);
});

it('waits longer after each failure, half a minute at most', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  opened();
  for (const seconds of [1, 2, 4, 8, 16, 30, 30]) {
    last().onclose({ code: 1006 });
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
    const before = Socket.all.length;
    await vi.advanceTimersByTimeAsync(1);
    expect(Socket.all.length).toBe(before + 1);
  }
});

it('asks for another token where its own has expired', async () => {
  opened(async () => 'second');
  last().onclose({ code: 4401 });
  await vi.runOnlyPendingTimersAsync();
  last().onopen();
  expect(last().sent[0]).toEqual({ type: 'auth', token: 'second' });
});

it.each([4401, 4403, 4400])('stops at %i', async (code) => {
  opened();
  last().onclose({ code });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Socket.all).toHaveLength(1);
  expect(states.at(-1)).toBe('refused');
});

it('passes over frames that are none, and ends', async () => {
  const stream = opened();
  last().onmessage({ data: 'nonsense' });
  last().tell([1]);
  expect(events).toEqual([]);
  stream.close();
  last().onclose({ code: 1000 });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Socket.all).toHaveLength(1);
});
