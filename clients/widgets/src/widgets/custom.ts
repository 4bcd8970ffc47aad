import { html, type TemplateResult } from 'lit';
import type { Context, Widget } from '../core/types';
import { httpsUrl, originOf } from '../core/url';

interface CustomState {
  url: string | null;
}

export const custom: Widget<CustomState> = {
  type: 'custom',
  title: 'customTitle',
  personal: false,
  load: async (context) => ({ url: permitted(context.config.url, context.api.base) }),
  view,
};

/** A page of the installation itself would share its origin, so that the sandbox around it would be none. */
function permitted(value: unknown, base: string): string | null {
  const url = httpsUrl(value);
  const own = [location.origin, originOf(base)];
  return url && !own.includes(originOf(url)) ? url : null;
}

function view({ state, text, config }: Context<CustomState>): TemplateResult {
  if (!state.url) return html`<p class="rai-empty">${text.of('noPage')}</p>`;
  return html`<iframe
    class="rai-frame"
    src=${state.url}
    title=${config.name || text.of('customTitle')}
    sandbox="allow-scripts allow-forms allow-popups allow-same-origin"
    referrerpolicy="origin"
    loading="lazy"
  ></iframe>`;
}
