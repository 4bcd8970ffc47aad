import { html, nothing, render, type TemplateResult } from 'lit';
import { Api, ApiError } from './api';
import { Session } from './session';
import { adoptTheme } from './theme';
import { Translator } from '../text/translator';
import type { Context, MountConfig, Mounted, Widget } from './types';

type Phase = 'loading' | 'ready' | 'signed-out' | 'failed';

/** Shows a widget in a container of the page. */
export function mountWidget<S>(
  widget: Widget<S>,
  container: HTMLElement,
  config: MountConfig,
  defaultBase: string,
): Mounted {
  const host = new WidgetHost(widget, container, config, defaultBase);
  void host.reload();
  return host;
}

/** A mounted widget: its states, its language and its theme. All is rendered into the light DOM. */
class WidgetHost<S> implements Context<S>, Mounted {
  readonly api: Api;
  readonly session: Session;
  readonly text: Translator;
  readonly root = document.createElement('div');
  config: MountConfig;
  state = {} as S;
  private readonly content = document.createElement('div');
  private readonly status = document.createElement('div');
  private phase: Phase = 'loading';
  private failure: unknown = null;
  private stop: (() => void) | undefined;
  private mounted = true;

  constructor(
    private readonly widget: Widget<S>,
    private readonly container: HTMLElement,
    private readonly given: MountConfig,
    defaultBase: string,
  ) {
    const base = (given.apiUrl || defaultBase).replace(/\/+$/, '');
    const asked: Record<string, string> = given.widgetId ? { widgetId: given.widgetId } : { type: widget.type };
    this.config = given;
    this.session = new Session(base, given.token ?? given.embedToken ?? '', given.requestToken, asked);
    this.api = new Api(base, this.session);
    this.text = new Translator(given.language);
    this.build();
    this.paint();
  }

  update(change: Partial<S>): void {
    this.state = { ...this.state, ...change };
    this.paint();
  }

  announce(message: string): void {
    this.status.textContent = message;
  }

  emit(name: string, detail?: unknown): void {
    this.container.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  setToken(token: string): void {
    this.session.token = token;
    if (this.phase !== 'ready') void this.reload();
  }

  setTheme(theme: string): void {
    this.root.dataset['theme'] = theme;
  }

  async reload(): Promise<void> {
    try {
      const identity = await this.session.identify();
      if (!identity || (this.widget.personal && !identity.userId)) return this.show('signed-out');
      this.config = { ...identity.widget, communityId: identity.communityId, ...given(this.given) };
      const state = await this.widget.load(this);
      if (!this.mounted) return;
      this.state = state;
      this.show('ready');
      this.stop ??= this.widget.start?.(this);
    } catch (error) {
      this.failure = error;
      this.show('failed');
    }
  }

  unmount(): void {
    this.mounted = false;
    this.stop?.();
    this.root.remove();
  }

  private build(): void {
    this.root.className = 'rai-widget-root';
    this.root.lang = this.text.language;
    this.root.dir = this.text.direction;
    this.setTheme(this.given.theme ?? 'light');
    this.status.className = 'rai-hidden';
    this.status.setAttribute('role', 'status');
    this.root.append(this.content, this.status);
    this.container.append(this.root);
    adoptTheme(this.container.getRootNode());
  }

  private show(phase: Phase): void {
    const before = this.phase;
    this.phase = phase;
    this.paint();
    const type = this.widget.type;
    if (phase === 'ready' && before !== 'ready') this.emit('rai-ready', { type });
    if (phase === 'failed' || phase === 'signed-out') this.emit('rai-error', { type, reason: phase });
  }

  private paint(): void {
    if (this.mounted) render(this.page(), this.content);
  }

  private page(): TemplateResult {
    return html`<section
      class="rai-content"
      aria-label=${this.text.of(this.widget.title)}
      aria-busy=${this.phase === 'loading'}
    >
      ${this.phase === 'ready' ? this.widget.view(this) : this.phase === 'loading' ? this.skeleton() : this.failed()}
    </section>`;
  }

  private skeleton(): TemplateResult {
    return html`<div class="rai-skeleton">
      <span class="rai-hidden">${this.text.of('loading')}</span><i></i><i></i><i></i>
    </div>`;
  }

  private failed(): TemplateResult {
    const final = this.failure instanceof ApiError && this.failure.status === 403;
    const retry = html`<button type="button" class="rai-button" @click=${() => void this.reload()}>
      ${this.text.of('retry')}
    </button>`;
    return html`<div class="rai-state" role="alert">
      <p>${this.phase === 'signed-out' ? this.text.of('signedOut') : this.text.failure(this.failure)}</p>
      ${final ? nothing : retry}
    </div>`;
  }
}

/** What the page says; empty attributes say nothing. */
function given(config: MountConfig): MountConfig {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined && value !== ''));
}
