import { currency } from '../widgets/currency';
import { bundle } from './bundle';

export const { mount } = bundle(currency);
