import { html, nothing, render, type TemplateResult } from 'lit';
import { Api, ApiError } from './api';
import { Session } from './session';
import { adoptTheme } from './theme';
import { Translator } from '../text/translator';
import type { Context, MountConfig, Mounted, Widget } from './types';

type Phase = 'loading' | 'ready' | 'signed-out' | 'failed';

/** Shows a widget in a container: its states, its language and its theme. Everything is rendered into the light DOM. */
export function mountWidget<S>(
  widget: Widget<S>,
  container: HTMLElement,
  given: MountConfig,
  defaultBase: string,
): Mounted {
  const base = (given.apiUrl || defaultBase).replace(/\/+$/, '');
  const session = new Session(base, given.token ?? given.embedToken ?? '', given.requestToken);
  const text = new Translator(given.language);
  const root = document.createElement('div');
  root.className = 'rai-widget-root';
  root.lang = text.language;
  root.dir = text.direction;
  root.dataset['theme'] = given.theme ?? 'light';
  const status = document.createElement('div');
  status.className = 'rai-hidden';
  status.setAttribute('role', 'status');
  const content = document.createElement('div');
  root.append(content, status);
  container.append(root);
  adoptTheme(container.getRootNode());

  let phase: Phase = 'loading';
  let failure: unknown = null;
  let stop: (() => void) | undefined;
  let mounted = true;

  const context: Context<S> = {
    api: new Api(base, session),
    session,
    config: { ...given },
    text,
    root,
    state: {} as S,
    update(change) {
      context.state = { ...context.state, ...change };
      paint();
    },
    announce(message) {
      status.textContent = message;
    },
    emit(name, detail) {
      container.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    },
    reload: load,
  };

  function paint(): void {
    if (mounted) render(page(), content);
  }

  function page(): TemplateResult {
    return html`<section class="rai-content" aria-label=${text.of(widget.title)} aria-busy=${phase === 'loading'}>
      ${phase === 'ready' ? widget.view(context) : phase === 'loading' ? skeleton(text) : failed()}
    </section>`;
  }

  function failed(): TemplateResult {
    const retry = html`<button type="button" class="rai-button" @click=${() => void load()}>
      ${text.of('retry')}
    </button>`;
    return html`<div class="rai-state" role="alert">
      <p>${phase === 'signed-out' ? text.of('signedOut') : text.failure(failure)}</p>
      ${failure instanceof ApiError && failure.status === 403 ? nothing : retry}
    </div>`;
  }

  async function load(): Promise<void> {
    try {
      const identity = await session.identify();
      if (!identity) return show('signed-out');
      context.config = { ...identity.widget, communityId: identity.communityId, ...defined(given) };
      const state = await widget.load(context);
      if (!mounted) return;
      context.state = state;
      show('ready');
      stop ??= widget.start?.(context);
    } catch (error) {
      failure = error;
      show('failed');
    }
  }

  function show(next: Phase): void {
    const before = phase;
    phase = next;
    paint();
    if (next === 'ready' && before !== 'ready') context.emit('rai-ready', { type: widget.type });
    if (next === 'failed' || next === 'signed-out') context.emit('rai-error', { type: widget.type, reason: next });
  }

  paint();
  void load();
  return {
    setToken(token) {
      session.token = token;
      if (phase !== 'ready') void load();
    },
    setTheme(theme) {
      root.dataset['theme'] = theme;
    },
    reload: load,
    unmount() {
      mounted = false;
      stop?.();
      root.remove();
    },
  };
}

function skeleton(text: Translator): TemplateResult {
  return html`<div class="rai-skeleton"><span class="rai-hidden">${text.of('loading')}</span><i></i><i></i><i></i></div>`;
}

function defined(config: MountConfig): MountConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined && value !== ''));
}
