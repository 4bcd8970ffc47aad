import { isObject } from '../core/api';

/** Parameters that configure the widget; all others say who the visitor is. */
const RESERVED = new Set(['theme', 'language', 'widget-id', 'community-id', 'channel-id', 'widget-type']);

/** Identity attributes, each named `data-…` as a widget's `dataAttributes` name them: `userId` is `data-user-id`. */
export function identityOf(values: Record<string, unknown>): Record<string, string> {
  const identity: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const bare = name.replace(/^data-/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!RESERVED.has(bare) && value !== null && value !== undefined && value !== '') {
      identity[`data-${bare}`] = String(value);
    }
  }
  return identity;
}

/** A token for an identity that was only typed: it reads what any visitor may see. */
export async function attributeToken(
  base: string,
  communityId: string,
  widget: { widgetId: string } | { widgetType: string },
  identity: Record<string, string>,
): Promise<string> {
  const response = await fetch(`${base}/widget/${encodeURIComponent(communityId)}/attributes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ ...identity, ...widget }),
    credentials: 'omit',
  });
  return tokenOf(await response.json().catch(() => null));
}

/** The token of an answer, whichever of the documented shapes it has; `` where there is none. */
export function tokenOf(body: unknown): string {
  const data = isObject(body) && isObject(body['data']) ? body['data'] : body;
  if (!isObject(data)) return '';
  const token = data['token'] ?? data['embedToken'] ?? data['accessToken'];
  return typeof token === 'string' ? token : '';
}

/** The id of a widget; the documented attribute of custom widgets has it in base64. */
export function plainId(id: string): string {
  if (/^[0-9a-f]{24}$/i.test(id)) return id;
  try {
    const decoded = atob(id);
    return /^[0-9a-f]{24}$/i.test(decoded) ? decoded : id;
  } catch {
    return id;
  }
}
