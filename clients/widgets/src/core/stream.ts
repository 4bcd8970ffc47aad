import type { Session } from './session';
import { isObject } from './api';

export interface StreamEvent {
  type: string;
  seq?: number;
  at?: string;
  data?: unknown;
}

export type StreamState = 'connecting' | 'live' | 'waiting' | 'refused';

export interface StreamListener {
  onEvent(event: StreamEvent): void;
  onState(state: StreamState): void;
}

const PING_MILLIS = 25_000;
const REFUSED = new Set([4400, 4403]);
const UNAUTHENTICATED = 4401;

/** One channel's live stream. It reconnects and resumes after the last entry it saw. */
export class ChannelStream {
  private socket: WebSocket | null = null;
  private lastSeq: number | undefined;
  private attempts = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ping: ReturnType<typeof setInterval> | undefined;
  private closed = false;

  constructor(
    private readonly base: string,
    private readonly session: Session,
    private readonly channelId: string,
    private readonly listener: StreamListener,
  ) {}

  open(): void {
    if (this.closed) return;
    this.listener.onState('connecting');
    const token = this.session.token;
    const address = new URL('/stream', this.base || location.origin);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: 'auth', token }));
      socket.send(JSON.stringify({ type: 'subscribe', channels: [this.place()] }));
      this.ping = setInterval(() => socket.send('{"type":"ping"}'), PING_MILLIS);
    };
    socket.onmessage = (message) => this.receive(message.data);
    socket.onclose = (event) => void this.lost(event.code, token);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    clearInterval(this.ping);
    this.socket?.close();
  }

  private place(): { id: string; since?: number } {
    return this.lastSeq === undefined ? { id: this.channelId } : { id: this.channelId, since: this.lastSeq };
  }

  private receive(text: unknown): void {
    const event = parse(text);
    if (!event) return;
    if (event.type === 'subscribed') {
      this.attempts = 0;
      this.lastSeq ??= event.seq;
      this.listener.onState('live');
    } else if (event.seq !== undefined) {
      this.lastSeq = event.seq;
    }
    this.listener.onEvent(event);
  }

  private async lost(code: number, token: string): Promise<void> {
    clearInterval(this.ping);
    if (this.closed) return;
    if (REFUSED.has(code) || (code === UNAUTHENTICATED && !(await this.session.renew(token)))) {
      this.listener.onState('refused');
      return;
    }
    this.listener.onState('waiting');
    this.attempts += 1;
    const ceiling = Math.min(30_000, 500 * 2 ** this.attempts);
    this.retry = setTimeout(() => this.open(), ceiling * (0.5 + Math.random() / 2));
  }
}

function parse(text: unknown): StreamEvent | null {
  try {
    const frame: unknown = JSON.parse(String(text));
    return isObject(frame) && typeof frame['type'] === 'string' ? (frame as unknown as StreamEvent) : null;
  } catch {
    return null;
  }
}
