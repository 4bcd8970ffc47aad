import type { StreamEvent } from '../../core/stream';
import { isObject } from '../../core/api';

export interface Message {
  id: string;
  message: string;
  images: string[];
  user: { user_id: string };
  channel: { channel_id: string; name: string };
  timestamp: string;
  seq?: number;
  reactions?: { emoji: string; total: number }[];
  edited_at?: string | null;
  deleted_at?: string | null;
}

const KEPT = 200;

/** The messages of a channel in order, each once. */
export function merged(known: Message[], news: Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of news) {
    const before = byId.get(message.id);
    byId.set(message.id, before ? { ...before, ...message } : message);
  }
  return [...byId.values()]
    .filter((message) => !message.deleted_at)
    .sort((a, b) => a.timestamp.localeCompare(b.timestamp) || a.id.localeCompare(b.id))
    .slice(-KEPT);
}

/** The messages after an entry of the live stream. */
export function applied(known: Message[], event: StreamEvent): Message[] {
  if (!isObject(event.data) || typeof event.data['id'] !== 'string') return known;
  const id = event.data['id'];
  switch (event.type) {
    case 'message':
    case 'message_edited':
      return merged(known, [event.data as unknown as Message]);
    case 'message_deleted':
      return known.filter((message) => message.id !== id);
    case 'reaction_added':
    case 'reaction_removed': {
      const reactions = event.data['reactions'] as Message['reactions'];
      return known.map((message) => (message.id === id ? { ...message, reactions } : message));
    }
    default:
      return known;
  }
}
