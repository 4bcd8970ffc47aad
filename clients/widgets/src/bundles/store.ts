import { store } from '../widgets/store/store';
import { bundle } from './bundle';

export const { mount } = bundle(store);
