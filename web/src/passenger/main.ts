// The passenger's pages: Vue and native controls only, own words, own addresses.
import { createApp } from 'vue';
import { begin } from './lib/address';
import { start } from './lib/language';
import { openKept } from './lib/sending';
import { guardTaps } from './lib/tap';
import Passenger from './Passenger.vue';

guardTaps();
const query = begin();
void Promise.allSettled([start(query.get('lang')), openKept()]).then(() => {
  createApp(Passenger, { spot: { exit: query.get('exit') ?? '', equipment: query.get('equipment') ?? '' } }).mount('#app');
});
