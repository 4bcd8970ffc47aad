import { html, type TemplateResult } from 'lit';
import type { Context, SocialLink, Widget } from '../core/types';
import { webUrl } from '../core/url';

interface SocialState {
  links: SocialLink[];
}

export const social: Widget<SocialState> = {
  type: 'social',
  title: 'socialTitle',
  personal: false,
  load: async ({ config }) => ({ links: (config.links ?? []).filter((link) => webUrl(link.url)) }),
  view,
};

function view({ state, text }: Context<SocialState>): TemplateResult {
  return html`<header class="rai-header"><h2>${text.of('socialTitle')}</h2></header>
    ${state.links.length === 0 ? html`<p class="rai-empty">${text.of('noLinks')}</p>` : ''}
    <ul class="rai-links">
      ${state.links.map(
        (link) => html`<li>
          <a href=${webUrl(link.url) ?? ''} target="_blank" rel="noopener noreferrer">
            <bdi>${link.name}</bdi><span class="rai-hidden"> (${text.of('opensNewTab')})</span
            ><span aria-hidden="true"> ↗</span>
          </a>
        </li>`,
      )}
    </ul>`;
}
