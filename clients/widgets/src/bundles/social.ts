import { social } from '../widgets/social';
import { bundle } from './bundle';

export const { mount } = bundle(social);
