import type { Context } from '../core/types';

/** The member's own progress: tier, badges, streaks, milestones, referrals. */
export function progress<P>({ api, config, session }: Context<never> | Context<any>): Promise<P> {
  return api.get<P>(`/v1/communities/${config.communityId}/members/${session.identity?.userId}/progress`);
}
