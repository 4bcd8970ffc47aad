import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { originOf, webUrl } from '../../core/url';
import { react, send, type ChannelContext } from './channel';
import { CHOICES, glyph } from './emoji';
import type { Message } from './messages';

export function channelView(context: ChannelContext): TemplateResult {
  const { state, text } = context;
  return html`<header class="rai-header">
      <h2><bdi>${state.channelName || text.of('channelTitle')}</bdi></h2>
      ${streamState(context)}
    </header>
    <div class="rai-messages" role="log" aria-live="off" aria-label=${text.of('messages')} tabindex="0">
      ${state.messages.length === 0
        ? html`<p class="rai-empty">${text.of('noMessages')}</p>`
        : html`<ol>
            ${repeat(
              state.messages,
              (message) => message.id,
              (message) => messageView(context, message),
            )}
          </ol>`}
    </div>
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
  const url = webUrl(image);
  if (!url) return nothing;
  const label = context.text.of('image', { n: index });
  return originOf(url) === originOf(context.api.base || location.origin)
    ? html`<img class="rai-message-image" src=${url} alt=${label} loading="lazy" />`
    : html`<p><a href=${url} target="_blank" rel="noopener noreferrer nofollow">${label}</a></p>`;
}

function reactions(context: ChannelContext, message: Message): TemplateResult {
  const { state, text } = context;
  const open = state.reactingTo === message.id;
  const button = (emoji: string, name: string, shown: unknown = nothing) =>
    html`<button type="button" class="rai-reaction" @click=${() => void react(context, message.id, emoji)}>
      <span class="rai-hidden">${name}</span><span aria-hidden="true">${glyph(emoji)}</span>${shown}
    </button>`;
  return html`<div class="rai-reactions">
    ${(message.reactions ?? []).map(({ emoji, total }) => button(emoji, emoji, html` ${text.number(total)}`))}
    <button
      type="button"
      class="rai-reaction"
      aria-expanded=${open}
      @click=${() => context.update({ reactingTo: open ? null : message.id })}
    >
      <span class="rai-hidden">${text.of('react')}</span><span aria-hidden="true">☺+</span>
    </button>
    ${open ? CHOICES.map((emoji) => button(emoji, text.of('reactWith', { emoji }))) : nothing}
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
