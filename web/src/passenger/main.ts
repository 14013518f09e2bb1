import { createApp } from 'vue';
import Passenger from './Passenger.vue';

createApp(Passenger).mount('#app');
