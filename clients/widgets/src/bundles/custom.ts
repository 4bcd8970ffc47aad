import { custom } from '../widgets/custom';
import { bundle } from './bundle';

export const { mount } = bundle(custom);
