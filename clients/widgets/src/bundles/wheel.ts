import { wheel } from '../widgets/wheel/wheel';
import { bundle } from './bundle';

export const { mount } = bundle(wheel);
