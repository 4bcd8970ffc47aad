import { html, nothing, type TemplateResult } from 'lit';
import type { Context, Widget } from '../core/types';
import { webUrl } from '../core/url';
import { progress } from './progress';

interface Program {
  programId: string;
  programName: string;
  completedStages: number;
  totalStages: number;
}

interface Referee {
  userId: string;
  username: string;
  joinedAt: string;
  progressByProgram: Program[];
}

interface ReferralState {
  invite: { code: string; url: string } | null;
  activity: Record<'coinsEarned' | 'xpEarned' | 'totalReferrals' | 'inProgress' | 'completed', number>;
  referees: Referee[];
}

type ReferralContext = Context<ReferralState>;

export const referral: Widget<ReferralState> = {
  type: 'referral-conditions',
  title: 'referralTitle',
  personal: true,
  load: async (context) => (await progress<{ referrals: ReferralState }>(context)).referrals,
  view,
};

function view(context: ReferralContext): TemplateResult {
  const { state, text } = context;
  return html`<header class="rai-header"><h2>${text.of('referralTitle')}</h2></header>
    ${state.invite
      ? html`${copyable(context, text.of('inviteLink'), webUrl(state.invite.url) ?? '')}
        ${copyable(context, text.of('inviteCode'), state.invite.code)}`
      : html`<p class="rai-empty">${text.of('noInvite')}</p>`}
    ${figures(context)}
    <h3>${text.of('friends')}</h3>
    ${state.referees.length === 0 ? html`<p class="rai-empty">${text.of('noFriends')}</p>` : nothing}
    <ul class="rai-list">
      ${state.referees.map((referee) => row(context, referee))}
    </ul>`;
}

function copyable(context: ReferralContext, label: string, value: string): TemplateResult | typeof nothing {
  if (!value) return nothing;
  return html`<label class="rai-field"
    >${label}
    <span class="rai-copy">
      <input readonly dir="ltr" .value=${value} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      <button
        type="button"
        class="rai-button"
        aria-label=${`${context.text.of('copy')}: ${label}`}
        @click=${(event: Event) => void copy(context, event)}
      >
        ${context.text.of('copy')}
      </button>
    </span></label
  >`;
}

/** The clipboard may be closed to a frame or a page without TLS; the selected text can then be copied by hand. */
async function copy(context: ReferralContext, event: Event): Promise<void> {
  const input = (event.currentTarget as HTMLElement).previousElementSibling as HTMLInputElement;
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    context.announce(context.text.of('copied'));
  } catch {
    context.announce(context.text.of('copyYourself'));
  }
}

function figures({ state, text }: ReferralContext): TemplateResult {
  const { activity } = state;
  const figure = (label: string, value: number) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${text.number(value)}</dd>
    </div>`;
  return html`<dl class="rai-figures">
    ${figure(text.of('referred'), activity.totalReferrals)} ${figure(text.of('inProgress'), activity.inProgress)}
    ${figure(text.of('completed'), activity.completed)} ${figure(text.of('coinsEarned'), activity.coinsEarned)}
    ${figure(text.of('xpEarned'), activity.xpEarned)}
  </dl>`;
}

function row({ text }: ReferralContext, referee: Referee): TemplateResult {
  return html`<li>
    <div class="rai-row">
      <strong><bdi>${referee.username || text.of('member', { id: referee.userId })}</bdi></strong>
      <small class="rai-muted">${text.of('joinedOn', { date: text.date(referee.joinedAt) })}</small>
    </div>
    ${referee.progressByProgram.map(
      (program) => html`<div class="rai-program">
        <bdi>${program.programName}</bdi>
        <progress max=${program.totalStages} value=${program.completedStages} aria-label=${program.programName}></progress>
        <span class="rai-muted"
          >${text.of('progressOf', { progress: program.completedStages, target: program.totalStages })}</span
        >
      </div>`,
    )}
  </li>`;
}
