// How much room the page has, in the size of its text: large text on a wide screen needs the narrow form too.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

export function useScreen(page: Ref<HTMLElement | null>) {
  const width = ref(100); // rem
  const top = ref(0); // px above the page
  const measure = () => {
    if (!page.value) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    width.value = page.value.clientWidth / rem;
    top.value = Math.round(page.value.getBoundingClientRect().top + window.scrollY);
  };
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    measure();
    observer = new ResizeObserver(measure);
    if (page.value) observer.observe(page.value);
    observer.observe(document.documentElement);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return { width, top };
}
