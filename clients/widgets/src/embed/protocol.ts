import { isObject } from '../core/api';

/** The messages between a page and the widget's frame, as documented for the SDK and for plain frames. */
export const REQUEST_TOKEN = 'RETURNINGAI_WIDGET_REQUEST_TOKEN';
export const TOKEN = 'RETURNINGAI_WIDGET_TOKEN';
export const REFRESH = 'RETURNINGAI_WIDGET_REFRESH';

/** Our own messages: what a frame tells its page, and the theme, which a page may change. */
export const READY = 'REGULARS_WIDGET_READY';
export const HEIGHT = 'REGULARS_WIDGET_HEIGHT';
export const FAILED = 'REGULARS_WIDGET_ERROR';
export const EVENT = 'REGULARS_WIDGET_EVENT';
export const THEME = 'REGULARS_WIDGET_THEME';

interface Received {
  source: MessageEventSource | null;
  origin: string;
  data: unknown;
}

/** A message that came from this window and from one of these origins; of all others nothing is read. */
export function accepted(
  event: Received,
  source: Window | null | undefined,
  origins: readonly string[],
): { type: string; [member: string]: unknown } | null {
  if (!source || event.source !== source || !origins.includes(event.origin)) return null;
  return isObject(event.data) && typeof event.data['type'] === 'string'
    ? (event.data as { type: string })
    : null;
}

/** The token of a message to a frame: `value` in the guide for frames, `token` in the SDK's, where it names its widget. */
export function tokenIn(
  message: { type: string; [member: string]: unknown },
  addressees: readonly (string | undefined)[],
): string | null {
  if (message.type !== TOKEN && message.type !== REFRESH) return null;
  const payload = isObject(message['payload']) ? message['payload'] : message;
  const addressee = payload['widgetId'];
  if (addressee !== undefined && !addressees.includes(String(addressee))) return null;
  const value = message['value'];
  const token = payload['token'] ?? (isObject(value) ? value['token'] : value);
  return typeof token === 'string' && token !== '' ? token : null;
}
