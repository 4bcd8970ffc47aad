import type { Context, Widget } from '../../core/types';
import { randomId } from '../../core/random';
import { People } from '../../core/people';
import { ChannelStream, type StreamEvent, type StreamState } from '../../core/stream';
import { applied, merged, type Message } from './messages';
import { channelView } from './view';

export interface ChannelState {
  messages: Message[];
  people: People;
  stream: StreamState;
  channelName: string;
  draft: string;
  /** The key of the draft's message: the same while sending it is repeated. */
  draftKey: string;
  sending: boolean;
  problem: string;
  reactingTo: string | null;
}

export type ChannelContext = Context<ChannelState>;

export const channel: Widget<ChannelState> = {
  type: 'channel',
  title: 'channelTitle',
  personal: true,
  load,
  view: channelView,
  start,
};

async function load(context: ChannelContext): Promise<ChannelState> {
  const people = context.state.people ?? new People(context as Context<unknown>);
  const [page] = await Promise.all([
    context.api.get<{ messages: Message[] }>('/v1/messages', { channel_id: context.config.channelId, count: 50 }),
    people.learn(),
  ]);
  return {
    messages: merged([], page.messages),
    people,
    stream: 'connecting',
    channelName: page.messages[0]?.channel.name ?? '',
    draft: context.state.draft ?? '',
    draftKey: context.state.draftKey ?? randomId(),
    sending: false,
    problem: '',
    reactingTo: null,
  };
}

/** Entries that came between the page and the subscription are read from the channel's log. */
const OVERLAP = 400;

function start(context: ChannelContext): () => void {
  const channelId = context.config.channelId ?? '';
  const stream = new ChannelStream(context.api.base, context.session, channelId, {
    onEvent: (event) => {
      if (event.type === 'subscribed' && event.seq !== undefined) void catchUp(context, channelId, event.seq);
      receive(context, event);
    },
    onState: (state) => context.update({ stream: state }),
  });
  stream.open();
  return () => stream.close();
}

async function catchUp(context: ChannelContext, channelId: string, seq: number): Promise<void> {
  const path = `/v1/communities/${context.config.communityId}/channels/${channelId}/messages`;
  const since = Math.max(0, seq - OVERLAP);
  const log = await context.api.get<Message[]>(path, { since, limit: 200 }).catch(() => []);
  context.update({ messages: merged(context.state.messages, log) });
}

function receive(context: ChannelContext, event: StreamEvent): void {
  const before = context.state.messages;
  const messages = applied(before, event);
  if (messages === before) return;
  context.update({ messages });
  const newest = messages.at(-1);
  if (event.type !== 'message' || !newest || before.some((message) => message.id === newest.id)) return;
  const author = newest.user.user_id;
  if (!context.state.people.knows(author)) {
    void context.state.people.learn().then(() => context.update({}));
  }
  if (author !== context.session.identity?.userId) {
    context.announce(context.text.of('newMessage', { name: context.state.people.name(author) }));
  }
}

export async function send(context: ChannelContext): Promise<void> {
  const { draft, draftKey, sending } = context.state;
  if (sending || draft.trim() === '') return;
  context.update({ sending: true, problem: '' });
  try {
    await context.api.post('/v1/messages/send', {
      channelId: context.config.channelId,
      message: draft,
      clientMessageId: draftKey,
    });
    context.update({ sending: false, draft: '', draftKey: randomId() });
  } catch (error) {
    const problem = context.text.of('notSent', { reason: context.text.failure(error) });
    context.update({ sending: false, problem });
    context.announce(problem);
  }
}

export async function react(context: ChannelContext, messageId: string, emoji: string): Promise<void> {
  context.update({ reactingTo: null });
  await context.api
    .post('/v1/messages/react', { messageId, emoji })
    .catch((error: unknown) => context.announce(context.text.failure(error)));
}
