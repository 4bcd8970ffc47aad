import { channel } from '../widgets/channel/channel';
import { bundle } from './bundle';

export const { mount } = bundle(channel);
