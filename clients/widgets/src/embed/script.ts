import { WIDGETS, type WidgetType } from '../core/types';
import { scriptOrigin } from '../core/url';
import { defineElements } from './element';

/** Attributes of the script that configure the element; all other `data-*` are identity and are passed on as they are. */
const SETTINGS: Record<string, string> = {
  'data-community-id': 'community-id',
  'data-widget-id': 'widget-id',
  'data-channel-id': 'channel-id',
  'data-leaderboard-id': 'leaderboard-id',
  'data-theme': 'theme',
  'data-language': 'language',
  'data-width': 'width',
  'data-height': 'height',
  'data-api-url': 'api-url',
  'data-widget-url': 'widget-url',
  'data-auth-url': 'auth-url',
  'data-embed-token': 'embed-token',
  'data-bundle-url': 'bundle-url',
};

const script = document.currentScript;
defineElements(scriptOrigin());
if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => place(script));
  } else {
    place(script);
  }
}

/** The script form: the script's own attributes say what is shown where. */
function place(from: HTMLScriptElement): void {
  const communityId = from.getAttribute('data-community-id') ?? '';
  const type = from.getAttribute('data-widget-type');
  const container = document.getElementById(
    from.getAttribute('data-container') || `returning-ai-widget-${communityId}`,
  );
  if (!container || !type || !(type in WIDGETS)) return;
  const element = document.createElement(WIDGETS[type as WidgetType].tag);
  for (const { name, value } of [...from.attributes]) {
    const setting = SETTINGS[name];
    if (setting) element.setAttribute(setting, value);
    else if (name.startsWith('data-') && name !== 'data-widget-type' && name !== 'data-container') {
      element.setAttribute(name, value);
    }
  }
  container.append(element);
}
