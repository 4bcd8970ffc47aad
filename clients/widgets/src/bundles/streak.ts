import { streak } from '../widgets/streak';
import { bundle } from './bundle';

export const { mount } = bundle(streak);
