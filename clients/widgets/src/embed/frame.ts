import { originOf } from '../core/url';
import type { Mounted } from '../core/types';
import { accepted, EVENT, FAILED, HEIGHT, READY, REQUEST_TOKEN, THEME, tokenIn } from './protocol';

const ANSWER_MILLIS = 10_000;

/** The frame's side of the protocol: it listens to its parent window only, and only while a listed site is there. */
export class HostPage {
  private waiting: ((token: string) => void)[] = [];
  private mounted: Mounted | null = null;

  constructor(
    private readonly origins: readonly string[],
    private readonly addressees: readonly (string | undefined)[],
    private readonly self: Window = window,
  ) {
    self.addEventListener('message', (event) => this.receive(event));
  }

  /** Asks the page for a token; rejected where no page answers. */
  requestToken(): Promise<string> {
    if (this.self.parent === this.self) return Promise.reject(new Error('not embedded'));
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve);
      setTimeout(() => reject(new Error('no token')), ANSWER_MILLIS);
      this.tell(REQUEST_TOKEN);
    });
  }

  attach(mounted: Mounted, container: HTMLElement): void {
    this.mounted = mounted;
    container.addEventListener('rai-ready', () => this.tell(READY));
    container.addEventListener('rai-error', () => this.tell(FAILED));
    for (const name of ['rai-purchase', 'rai-spin']) {
      container.addEventListener(name, (event) =>
        this.tell(EVENT, { name, detail: (event as CustomEvent<unknown>).detail }),
      );
    }
    new ResizeObserver(() => this.tell(HEIGHT, { height: container.scrollHeight })).observe(container);
  }

  private receive(event: MessageEvent): void {
    const message = accepted(event, this.self.parent, this.origins);
    if (!message || this.self.parent === this.self) return;
    const token = tokenIn(message, this.addressees);
    if (token) {
      const waiting = this.waiting;
      this.waiting = [];
      waiting.forEach((resolve) => resolve(token));
      if (waiting.length === 0) this.mounted?.setToken(token);
    } else if (message.type === THEME && (message['theme'] === 'light' || message['theme'] === 'dark')) {
      this.mounted?.setTheme(message['theme']);
    }
  }

  private tell(type: string, more: object = {}): void {
    if (this.self.parent === this.self) return;
    for (const origin of this.parentOrigins()) {
      this.self.parent.postMessage({ type, widgetId: this.addressees[0], ...more }, origin);
    }
  }

  /** The parent's origin where the browser tells it; else all that are listed, of which the browser picks the right one. */
  private parentOrigins(): readonly string[] {
    const told = this.self.location.ancestorOrigins?.[0] ?? originOf(this.self.document.referrer);
    if (told === undefined) return this.origins;
    return this.origins.filter((origin) => origin === told);
  }
}
