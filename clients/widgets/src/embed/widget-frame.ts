import { plainId } from './identity';
import { accepted, EVENT, FAILED, HEIGHT, READY, REFRESH, REQUEST_TOKEN, THEME, TOKEN } from './protocol';

const STYLES = `
  :host { position: relative }
  iframe { display: block; inline-size: 100%; border: 0; border-radius: 12px; color-scheme: normal }
  .rai-loader, .rai-error { padding: 24px; text-align: center; font: 15px system-ui, sans-serif; color: #5d5a70 }
  [hidden] { display: none }
`;

/** The page's side of the protocol: a frame in a closed shadow root, which gets tokens and nothing else. */
export class WidgetFrame {
  private readonly frame = document.createElement('iframe');
  private readonly loader = document.createElement('div');
  private readonly origin: string;
  private readonly listener = (event: MessageEvent) => this.receive(event);

  constructor(
    private readonly element: HTMLElement,
    address: URL,
    private readonly token: () => Promise<string>,
  ) {
    this.origin = address.origin;
    const shadow = element.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    shadow.adoptedStyleSheets = [sheet];
    this.loader.className = 'rai-loader';
    this.loader.textContent = '…';
    this.frame.src = address.href;
    this.frame.title = element.getAttribute('title') ?? element.localName.replace(/^rai-|-widget$/g, '');
    this.frame.referrerPolicy = 'origin';
    this.frame.allow = 'clipboard-write';
    this.frame.style.blockSize = this.automatic ? '240px' : (element.getAttribute('height') ?? '600px');
    shadow.append(this.loader, this.frame);
  }

  connect(): void {
    window.addEventListener('message', this.listener);
  }

  disconnect(): void {
    window.removeEventListener('message', this.listener);
  }

  refresh(token: string): void {
    this.post({ type: REFRESH, token, widgetId: this.widgetId });
  }

  setTheme(theme: string): void {
    this.post({ type: THEME, theme });
  }

  reload(): void {
    this.frame.src = String(this.frame.src);
  }

  private get automatic(): boolean {
    return this.element.getAttribute('height') === 'auto';
  }

  private get widgetId(): string | undefined {
    const id = this.element.getAttribute('widget-id');
    return id ? plainId(id) : (this.element.getAttribute('community-id') ?? undefined);
  }

  private receive(event: MessageEvent): void {
    const message = accepted(event, this.frame.contentWindow, [this.origin]);
    if (!message) return;
    switch (message.type) {
      case REQUEST_TOKEN:
        void this.answer();
        break;
      case HEIGHT:
        if (this.automatic && typeof message['height'] === 'number') {
          this.frame.style.blockSize = `${Math.min(5000, Math.max(0, message['height']))}px`;
        }
        break;
      case READY:
        this.told('rai-ready');
        break;
      case FAILED:
        this.told('rai-error');
        break;
      case EVENT:
        if (message['name'] === 'rai-purchase' || message['name'] === 'rai-spin') {
          this.told(message['name'], message['detail']);
        }
        break;
    }
  }

  private async answer(): Promise<void> {
    try {
      this.post({ type: TOKEN, token: await this.token(), widgetId: this.widgetId });
    } catch {
      this.told('rai-error', { reason: 'no token' });
    }
  }

  /** To the widget's origin only: had the frame gone elsewhere, the browser would drop the message. */
  private post(message: object): void {
    this.frame.contentWindow?.postMessage(message, this.origin);
  }

  private told(name: string, detail?: unknown): void {
    this.loader.hidden = true;
    this.element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}
