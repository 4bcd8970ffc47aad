import { milestone } from '../widgets/milestone';
import { bundle } from './bundle';

export const { mount } = bundle(milestone);
