import { isObject } from '../core/api';
import { WIDGETS, type MountConfig, type Mounted, type WidgetType } from '../core/types';
import { scriptOrigin } from '../core/url';
import { Translator } from '../text/translator';
import { mountBundle } from './bundles';
import { HostPage } from './frame';
import { attributeToken, identityOf, tokenOf } from './identity';

interface PageConfig extends MountConfig {
  type: string;
  auth?: string;
  dataAttributes?: string[];
  origins?: string[];
  identity?: Record<string, unknown>;
  session?: string | null;
  widgets?: PageConfig[];
  login?: { method: string; url: string };
}

/** Around the widget the page has its colour, so that a frame that is higher than the widget has no edge. */
const STYLES = `
  body { margin: 0 }
  body:has([data-theme='dark']) { background: #17161f }
  @media (prefers-color-scheme: dark) { body:has([data-theme='auto']) { background: #17161f } }
  #regulars-widget { max-inline-size: 1120px; margin-inline: auto }
`;

const assets = new URL('.', import.meta.url || `${scriptOrigin()}/widget/assets/`).href;

/** The script of the pages that the installation serves: a widget in a frame, or the member's own page. */
export async function showPage(container: HTMLElement, config: PageConfig): Promise<void> {
  if (config.type === 'member') return memberPage(container, config);
  await framedWidget(container, config);
}

async function framedWidget(container: HTMLElement, config: PageConfig): Promise<void> {
  const host = new HostPage(config.origins ?? [], [config.widgetId, config.communityId]);
  const query = new URLSearchParams(location.search);
  const identity = identityOf({ ...config.identity, ...Object.fromEntries(query) });
  const requestToken =
    config.auth === 'attribute'
      ? () => attributeToken(config.apiUrl ?? '', config.communityId ?? '', { widgetId: config.widgetId ?? '' }, identity)
      : () => host.requestToken();
  const mounted = await mountType(container, config, {
    requestToken,
    token: config.session ?? undefined,
    theme: themeOf(query.get('theme') ?? config.theme),
    language: query.get('language') ?? config.language,
    channelId: query.get('channelId') ?? config.channelId,
  });
  host.attach(mounted, container);
}

/** All widgets of the community, with a session that is kept in memory only. */
async function memberPage(container: HTMLElement, config: PageConfig): Promise<void> {
  const token = config.session ?? (await logIn(config.login));
  if (!token) {
    const text = new Translator(config.language);
    const problem = document.createElement('p');
    problem.setAttribute('role', 'alert');
    problem.lang = text.language;
    problem.dir = text.direction;
    problem.textContent = text.of('loginOver');
    container.append(problem);
    return;
  }
  const shared = { token, theme: themeOf(config.theme ?? 'auto'), language: config.language };
  await Promise.all(
    (config.widgets ?? []).map((widget) =>
      mountType(container.appendChild(document.createElement('div')), widget, shared),
    ),
  );
}

async function logIn(login: PageConfig['login']): Promise<string> {
  if (!login) return '';
  const response = await fetch(login.url, { method: login.method, headers: { Accept: 'application/json' } });
  return response.ok ? tokenOf(await response.json().catch(() => null)) : '';
}

function mountType(container: HTMLElement, config: PageConfig, more: MountConfig): Promise<Mounted> {
  if (!(config.type in WIDGETS)) throw new Error(`rai: unknown type ${config.type}`);
  const type = config.type as WidgetType;
  const { widgetId, communityId, channelId, leaderboardId, apiUrl, url, links, name } = withoutNulls(config);
  const own = { widgetId, communityId, channelId, leaderboardId, apiUrl, url, links, name };
  return mountBundle(type, `${assets}${type}.js`, container, { ...own, ...withoutNulls(more) });
}

function themeOf(theme: unknown): MountConfig['theme'] {
  return theme === 'dark' || theme === 'auto' ? theme : 'light';
}

function withoutNulls<T extends object>(config: T): T {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== null && value !== undefined)) as T;
}

const container = document.getElementById('regulars-widget');
const parsed: unknown = JSON.parse(document.getElementById('regulars-config')?.textContent ?? 'null');
if (container && isObject(parsed)) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  await showPage(container, parsed as unknown as PageConfig);
}
