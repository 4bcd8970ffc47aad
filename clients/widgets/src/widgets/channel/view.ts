import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { originOf, webUrl } from '../../core/url';
import { react, send, type ChannelContext } from './channel';
import { CHOICES, glyph } from './emoji';
import type { Message } from './messages';

export function channelView(context: ChannelContext): TemplateResult {
  const { state, text } = context;
  return html`<header class="rai-header">
      <h2>${state.channelName || text.of('channelTitle')}</h2>
      ${streamState(context)}
    </header>
    <ol class="rai-messages" role="log" aria-live="off" aria-label=${text.of('messages')} tabindex="0">
      ${state.messages.length === 0 ? html`<li class="rai-empty">${text.of('noMessages')}</li>` : nothing}
      ${repeat(
        [...state.messages].reverse(),
        (message) => message.id,
        (message) => messageView(context, message),
      )}
    </ol>
    ${composer(context)}`;
}

function streamState({ state, text }: ChannelContext): TemplateResult {
  const key = (
    { connecting: 'connecting', live: 'live', waiting: 'reconnecting', refused: 'streamRefused' } as const
  )[state.stream];
  return html`<span class="rai-badge" data-stream=${state.stream}><i></i>${text.of(key)}</span>`;
}

function messageView(context: ChannelContext, message: Message): TemplateResult {
  const { state, text } = context;
  const own = message.user.user_id === context.session.identity?.userId;
  return html`<li class="rai-message" data-own=${own}>
    <div class="rai-row">
      <strong><bdi>${own ? text.of('you') : state.people.name(message.user.user_id)}</bdi></strong>
      <small class="rai-muted"
        ><time datetime=${message.timestamp}>${text.dateAndTime(message.timestamp)}</time>
        ${message.edited_at ? html`· ${text.of('edited')}` : nothing}</small
      >
    </div>
    ${message.message ? html`<p class="rai-pre" dir="auto">${message.message}</p>` : nothing}
    ${message.images.map((image, index) => imageView(context, image, index + 1))} ${reactions(context, message)}
  </li>`;
}

/** Images of the installation are shown; those of other hosts are links, since loading them would tell who reads. */
function imageView(context: ChannelContext, image: string, index: number): TemplateResult | typeof nothing {
  const base = context.api.base || location.origin;
  const url = webUrl(image, base);
  if (!url) return nothing;
  const label = context.text.of('image', { n: index });
  return originOf(url) === originOf(base)
    ? html`<img class="rai-message-image" src=${url} alt=${label} loading="lazy" />`
    : html`<p><a href=${url} target="_blank" rel="noopener noreferrer nofollow">${label}</a></p>`;
}

function reactions(context: ChannelContext, message: Message): TemplateResult {
  const { state, text } = context;
  const open = state.reactingTo === message.id;
  const button = (emoji: string, label: string, content: unknown) =>
    html`<button
      type="button"
      class="rai-reaction"
      aria-label=${label}
      @click=${() => void react(context, message.id, emoji)}
    >
      ${content}
    </button>`;
  return html`<div class="rai-reactions">
    ${(message.reactions ?? []).map(({ emoji, total }) =>
      button(emoji, text.of('reactions', { emoji, n: total }), html`${glyph(emoji)} ${text.number(total)}`),
    )}
    <button
      type="button"
      class="rai-reaction"
      aria-label=${text.of('react')}
      aria-expanded=${open}
      @click=${() => context.update({ reactingTo: open ? null : message.id })}
    >
      ☺+
    </button>
    ${open ? CHOICES.map((emoji) => button(emoji, text.of('reactWith', { emoji }), glyph(emoji))) : nothing}
  </div>`;
}

function composer(context: ChannelContext): TemplateResult {
  const { state, text } = context;
  const submit = (event: Event) => {
    event.preventDefault();
    void send(context);
  };
  const keydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  return html`<form class="rai-composer" @submit=${submit}>
    <textarea
      rows="1"
      maxlength="10000"
      dir="auto"
      aria-label=${text.of('writeMessage')}
      placeholder=${text.of('writeMessage')}
      .value=${state.draft}
      @input=${(event: Event) => context.update({ draft: (event.target as HTMLTextAreaElement).value })}
      @keydown=${keydown}
    ></textarea>
    <button class="rai-button" ?disabled=${state.sending || state.draft.trim() === ''}>${text.of('send')}</button>
    ${state.problem ? html`<p class="rai-problem">${state.problem}</p>` : nothing}
  </form>`;
}
