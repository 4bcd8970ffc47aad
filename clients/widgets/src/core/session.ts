import { isObject } from './api';
import type { MountConfig } from './types';

/** Who the token stands for, and what its widget is. */
export interface Identity {
  communityId: string;
  /** Empty for a visitor whom nobody vouches for: such a token reads what anyone may see. */
  userId: string;
  widget?: Partial<MountConfig>;
}

/** The widget token. It is kept in memory only. */
export class Session {
  private renewing: Promise<boolean> | null = null;
  private known: { token: string; identity: Identity } | null = null;

  constructor(
    private readonly base: string,
    public token: string,
    private readonly requestToken?: () => Promise<string>,
    /** Which widget the server is asked about: `widgetId` or `type`. */
    private readonly asked: Record<string, string> = {},
  ) {}

  /** Asks for another token than `used`, once for all who wait. False where there is none. */
  renew(used: string): Promise<boolean> {
    if (this.token !== used && this.token) return Promise.resolve(true);
    if (!this.requestToken) return Promise.resolve(false);
    this.renewing ??= this.requestToken()
      .then((token) => {
        const changed = token !== '' && token !== used;
        if (changed) this.token = token;
        return changed;
      })
      .catch(() => false)
      .finally(() => (this.renewing = null));
    return this.renewing;
  }

  /** What the server says of the token; null where it does not accept it. */
  async identify(): Promise<Identity | null> {
    if (!this.token && !(await this.renew(''))) return null;
    const first = await this.validate();
    if (first) return first;
    return (await this.renew(this.token)) ? this.validate() : null;
  }

  get identity(): Identity | null {
    return this.known?.identity ?? null;
  }

  private async validate(): Promise<Identity | null> {
    if (this.known?.token === this.token) return this.known.identity;
    const token = this.token;
    const query = new URLSearchParams(this.asked);
    const response = await fetch(`${this.base}/v2/api/widget-access-keys/validate?${query}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      credentials: 'omit',
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status === 429 || response.status >= 500) throw new Error(`HTTP ${response.status}`);
    const body: unknown = await response.json().catch(() => null);
    const data = isObject(body) ? body['data'] : null;
    if (!response.ok || !isObject(data) || data['valid'] !== true) return null;
    const identity: Identity = {
      communityId: String(data['communityId'] ?? ''),
      userId: String(data['userId'] ?? ''),
      widget: isObject(data['widget']) ? withoutNulls(data['widget']) : undefined,
    };
    this.known = { token, identity };
    return identity;
  }
}

function withoutNulls(widget: Record<string, unknown>): Partial<MountConfig> {
  return Object.fromEntries(Object.entries(widget).filter(([, value]) => value !== null));
}
