import { leaderboard } from '../widgets/leaderboard/leaderboard';
import { bundle } from './bundle';

export const { mount } = bundle(leaderboard);
