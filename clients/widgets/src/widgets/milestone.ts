import { html, type TemplateResult } from 'lit';
import type { Context, Widget } from '../core/types';
import { progress } from './progress';

interface Milestone {
  _id: string;
  name: string;
  description: string | null;
  unit: string;
  target: number;
  progress: number;
  completedAt: string | null;
}

interface MilestoneState {
  milestones: Milestone[];
}

export const milestone: Widget<MilestoneState> = {
  type: 'milestone',
  title: 'milestoneTitle',
  personal: true,
  load: async (context) => ({ milestones: (await progress<MilestoneState>(context)).milestones }),
  view,
};

function view(context: Context<MilestoneState>): TemplateResult {
  const { state, text } = context;
  return html`<header class="rai-header"><h2>${text.of('milestoneTitle')}</h2></header>
    ${state.milestones.length === 0 ? html`<p class="rai-empty">${text.of('noMilestones')}</p>` : ''}
    <ul class="rai-list">
      ${state.milestones.map((one) => row(context, one))}
    </ul>`;
}

function row({ text }: Context<MilestoneState>, one: Milestone): TemplateResult {
  const reached = Math.min(one.progress, one.target);
  return html`<li class="rai-milestone" data-reached=${one.completedAt !== null}>
    <div class="rai-row">
      <h3><bdi>${one.name}</bdi></h3>
      <span class="rai-muted"
        >${text.of('progressOf', { progress: reached, target: one.target })} ${text.unit(one.unit)}</span
      >
    </div>
    ${one.description ? html`<p class="rai-muted"><bdi>${one.description}</bdi></p>` : ''}
    <progress max=${one.target} value=${reached} aria-label=${one.name}></progress>
    ${one.completedAt
      ? html`<p class="rai-done">✓ ${text.of('reachedOn', { date: text.date(one.completedAt) })}</p>`
      : ''}
  </li>`;
}
