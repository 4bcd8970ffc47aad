import { WIDGETS, type MountConfig, type Mounted, type WidgetType } from '../core/types';
import { originOf } from '../core/url';
import { mountBundle } from './bundles';
import { attributeToken, identityOf, plainId, tokenOf } from './identity';
import { WidgetFrame } from './widget-frame';

/** The element of one type of widget, for pages of partners. Without `bundle-url` the widget runs in a frame. */
export function elementOf(type: WidgetType, installation: string): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = ['embed-token', 'theme'];
    private frame: WidgetFrame | null = null;
    private mounted: Mounted | null = null;

    connectedCallback(): void {
      this.style.display = 'block';
      this.style.inlineSize = this.getAttribute('width') ?? '100%';
      if (this.hasAttribute('bundle-url')) void this.mount();
      else this.frame ??= new WidgetFrame(this, this.address(), () => this.token());
      this.frame?.connect();
    }

    disconnectedCallback(): void {
      this.frame?.disconnect();
      this.mounted?.unmount();
      this.mounted = null;
    }

    attributeChangedCallback(name: string, before: string | null, value: string | null): void {
      if (before === value || value === null) return;
      if (name === 'embed-token') {
        this.frame?.refresh(value);
        this.mounted?.setToken(value);
      } else {
        this.frame?.setTheme(value);
        this.mounted?.setTheme(value);
      }
    }

    /** Loads the widget's data anew. */
    reload(): void {
      this.used = undefined;
      this.frame?.reload();
      void this.mounted?.reload();
    }

    private async mount(): Promise<void> {
      const url = this.getAttribute('bundle-url') || `${installation}/widget/assets/${type}.js`;
      const config: MountConfig = {
        communityId: this.attribute('community-id'),
        widgetId: this.widgetId(),
        channelId: this.attribute('channel-id'),
        leaderboardId: this.attribute('leaderboard-id'),
        apiUrl: this.base('api-url'),
        token: this.attribute('embed-token'),
        theme: this.attribute('theme') as MountConfig['theme'],
        language: this.attribute('language'),
        requestToken: () => this.token(),
      };
      try {
        this.mounted = await mountBundle(type, url, this, config);
      } catch (error) {
        this.dispatchEvent(new CustomEvent('rai-error', { bubbles: true, detail: { type, reason: String(error) } }));
      }
    }

    private address(): URL {
      const id = this.widgetId() ?? this.attribute('community-id') ?? '';
      const url = new URL(`${this.base('widget-url')}/${type}/${encodeURIComponent(id)}`);
      for (const [name, parameter] of Object.entries({ theme: 'theme', language: 'language', 'channel-id': 'channelId' })) {
        const value = this.attribute(name);
        if (value) url.searchParams.set(parameter, value);
      }
      for (const [name, value] of Object.entries(this.identity())) url.searchParams.set(name, value);
      return url;
    }

    /** A token: the element's, the partner's server's, the page's, or one for the typed identity. */
    private async token(): Promise<string> {
      const given = this.attribute('embed-token');
      if (given && given !== this.used) return (this.used = given);
      const authUrl = this.attribute('auth-url');
      if (authUrl) {
        const response = await fetch(authUrl, { method: 'POST', credentials: 'same-origin' });
        return tokenOf(await response.json().catch(() => null));
      }
      const asked = this.askPage();
      if (asked) return asked;
      const identity = this.identity();
      const communityId = this.attribute('community-id');
      if (Object.keys(identity).length === 0 || !communityId) throw new Error('no token');
      return attributeToken(this.base('api-url'), communityId, this.widget(), identity);
    }

    /** The token that was handed out last: asked again, it is no longer good. */
    private used: string | undefined;

    private askPage(): Promise<string> | null {
      let answer: Promise<string> | null = null;
      const detail = { type, respondWith: (token: Promise<string> | string) => (answer = Promise.resolve(token)) };
      this.dispatchEvent(new CustomEvent('rai-token-required', { bubbles: true, detail }));
      return answer;
    }

    private identity(): Record<string, string> {
      const data = [...this.attributes].filter((one) => one.name.startsWith('data-'));
      return identityOf(Object.fromEntries(data.map((one) => [one.name, one.value])));
    }

    private widgetId(): string | undefined {
      const id = this.attribute('widget-id');
      return id && plainId(id);
    }

    private widget(): { widgetId: string } | { widgetType: string } {
      const widgetId = this.widgetId();
      return widgetId ? { widgetId } : { widgetType: type };
    }

    private attribute(name: string): string | undefined {
      return this.getAttribute(name) || undefined;
    }

    private base(name: string): string {
      const value = this.attribute(name);
      return value && originOf(value) ? value.replace(/\/+$/, '') : installation;
    }
  };
}

/** Defines the elements of all types. A page may load the script twice. */
export function defineElements(installation: string): void {
  for (const type of Object.keys(WIDGETS) as WidgetType[]) {
    const { tag } = WIDGETS[type];
    if (!customElements.get(tag)) customElements.define(tag, elementOf(type, installation));
  }
}
