import { referral } from '../widgets/referral';
import { bundle } from './bundle';

export const { mount } = bundle(referral);
