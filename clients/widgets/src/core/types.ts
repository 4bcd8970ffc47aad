import type { TemplateResult } from 'lit';
import type { Api } from './api';
import type { Session } from './session';
import type { TextKey, Translator } from '../text/translator';

/** The types of widgets, with the name of the element and of the global that a bundle defines. */
export const WIDGETS = {
  store: { tag: 'rai-store-widget', global: 'RaiStoreWidget' },
  channel: { tag: 'rai-channel-widget', global: 'RaiChannelWidget' },
  social: { tag: 'rai-social-widget', global: 'RaiSocialWidget' },
  milestone: { tag: 'rai-milestone-widget', global: 'RaiMilestoneWidget' },
  'currency-view': { tag: 'rai-currency-widget', global: 'RaiCurrencyWidget' },
  'referral-conditions': { tag: 'rai-referral-widget', global: 'RaiReferralWidget' },
  custom: { tag: 'rai-custom-widget', global: 'RaiCustomWidget' },
  leaderboard: { tag: 'rai-leaderboard-widget', global: 'RaiLeaderboardWidget' },
  streak: { tag: 'rai-streak-widget', global: 'RaiStreakWidget' },
  wheel: { tag: 'rai-wheel-widget', global: 'RaiWheelWidget' },
} as const;

export type WidgetType = keyof typeof WIDGETS;

export interface SocialLink {
  name: string;
  url: string;
}

/** What `mount` takes. All members are optional but a token; what the token's widget says fills the rest. */
export interface MountConfig {
  communityId?: string;
  widgetId?: string;
  channelId?: string;
  leaderboardId?: string;
  /** Where the API is; the origin of the script by default. */
  apiUrl?: string;
  /** The widget or embed token. */
  token?: string;
  embedToken?: string;
  /** Called when the token is no longer accepted. */
  requestToken?: () => Promise<string>;
  theme?: 'light' | 'dark' | 'auto';
  /** `en` or `ar`; the language of the page by default. */
  language?: string;
  url?: string;
  links?: SocialLink[];
  /** The name that the community gave to the widget. */
  name?: string;
}

/** What a mounted widget can be told. */
export interface Mounted {
  setToken(token: string): void;
  setTheme(theme: string): void;
  reload(): Promise<void>;
  unmount(): void;
}

/** What a widget works with. */
export interface Context<S> {
  readonly api: Api;
  readonly session: Session;
  config: MountConfig;
  readonly text: Translator;
  readonly root: HTMLElement;
  state: S;
  /** Changes the state and renders. */
  update(change: Partial<S>): void;
  /** Tells a change to screen readers. */
  announce(message: string): void;
  /** Dispatches a DOM event on the container. */
  emit(name: string, detail?: unknown): void;
  reload(): Promise<void>;
}

/** A widget: how its data is loaded, how it looks, and what runs while it is shown. */
export interface Widget<S> {
  readonly type: WidgetType;
  readonly title: TextKey;
  /** Whether it shows something of the member's own, so that a visitor without an account has to sign in. */
  readonly personal: boolean;
  load(context: Context<S>): Promise<S>;
  view(context: Context<S>): TemplateResult;
  /** Runs after the first load; the answer ends it. */
  start?(context: Context<S>): () => void;
}
