// Whether the window is large enough for what is made to be read from afar: no phone, however it is held.
import { ref } from 'vue';

const enough = matchMedia('(min-width: 64rem) and (min-height: 32rem)');
export const largeWindow = ref(enough.matches);
enough.addEventListener('change', () => void (largeWindow.value = enough.matches));
