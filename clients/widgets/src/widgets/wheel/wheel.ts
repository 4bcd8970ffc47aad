import { ApiError } from '../../core/api';
import type { Context, Widget } from '../../core/types';
import { randomId } from '../../core/random';
import { turnTo } from './disc';
import { commitmentHolds, type Proof } from './fairness';
import { wheelView } from './view';

export interface Prize {
  label: string;
  weight: number;
  changes: Record<string, number>;
  exhausted?: boolean;
}

interface Wheel {
  isEnabled: boolean;
  spins: number;
  commitment: string;
  prizes: Prize[];
}

export interface WheelState extends Wheel {
  angle: number;
  spinning: boolean;
  won: Prize | null;
  problem: string;
  logId: string | null;
  /** Seed and idempotency key of the next spin: the same while a spin of unknown outcome is repeated. */
  seed: string;
  /** The commitment that was shown before the last spin. */
  committed: string;
  proof: (Proof & { holds: boolean | null }) | null;
}

export type WheelContext = Context<WheelState>;

export const wheel: Widget<WheelState> = {
  type: 'wheel',
  title: 'wheelTitle',
  personal: true,
  load: async (context) => ({ ...blank(), ...context.state, ...(await current(context)) }),
  view: wheelView,
};

function blank(): Omit<WheelState, keyof Wheel> {
  return {
    angle: 0,
    spinning: false,
    won: null,
    problem: '',
    logId: null,
    seed: randomId(),
    committed: '',
    proof: null,
  };
}

const TURN_MILLIS = 3_000;

function current({ api }: WheelContext): Promise<Wheel> {
  return api.get<Wheel>('/v1/mini-games/wheel/me');
}

export async function spin(context: WheelContext): Promise<void> {
  const { spinning, commitment, prizes, angle, seed } = context.state;
  if (spinning) return;
  context.update({ spinning: true, won: null, problem: '', proof: null, logId: null, committed: commitment });
  context.announce(context.text.of('spinning'));
  try {
    const result = await context.api.post<{ logId: string; prize: Prize; spins: number }>(
      '/v1/mini-games/wheel/spins',
      { clientSeed: seed },
      { 'Idempotency-Key': seed },
    );
    const index = prizes.findIndex((prize) => prize.label === result.prize.label);
    context.update({ angle: turnTo(angle, Math.max(0, index), prizes.length), spins: result.spins, seed: randomId() });
    await settled();
    context.update({ spinning: false, won: result.prize, logId: result.logId, ...(await current(context)) });
    context.announce(context.text.of('youWon', { prize: result.prize.label }));
    context.emit('rai-spin', { logId: result.logId, prize: result.prize });
  } catch (error) {
    const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
    context.update({
      spinning: false,
      problem: context.text.failure(error),
      seed: refused ? randomId() : seed,
    });
  }
}

/** People who want less motion do not wait for a turn that they do not see. */
function settled(): Promise<void> {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return new Promise((resolve) => setTimeout(resolve, still ? 0 : TURN_MILLIS));
}

export async function check(context: WheelContext): Promise<void> {
  const { logId, committed } = context.state;
  try {
    const proof = await context.api.get<Proof>(`/v1/mini-games/wheel/spins/${logId}/proof`);
    const shown = { ...proof, commitment: committed || proof.commitment };
    context.update({ proof: { ...shown, holds: await commitmentHolds(shown) } });
  } catch (error) {
    context.update({ problem: context.text.failure(error) });
  }
}
