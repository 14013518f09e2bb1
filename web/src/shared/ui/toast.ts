// Short notices at the edge of the page, read out by a live region. What must not be missed belongs on the page itself.
import { reactive } from 'vue';
import { explainShort } from '../problem';

export interface Toast {
  id: number;
  tone: 'ok' | 'info' | 'danger';
  text: string;
  action?: { label: string; run: () => void; /** Shown beside the label; who offers it listens for it. */ keys?: string };
}

export const toasts = reactive<Toast[]>([]);
let last = 0;

function show(tone: Toast['tone'], text: string, seconds: number, action?: Toast['action']): number {
  const id = ++last;
  const same = toasts.find((one) => one.text === text && one.tone === tone); // said again, not twice
  if (same) dismiss(same.id);
  toasts.push({ id, tone, text, action });
  if (toasts.length > 4) toasts.shift();
  setTimeout(() => dismiss(id), seconds * 1000);
  return id;
}

export function dismiss(id: number): void {
  const index = toasts.findIndex((one) => one.id === id);
  if (index >= 0) toasts.splice(index, 1);
}

export const toast = {
  ok: (text: string, action?: Toast['action'], seconds = action ? 10 : 5) => show('ok', text, seconds, action),
  info: (text: string, action?: Toast['action']) => show('info', text, 8, action),
  /** A text, or whatever was thrown. */
  problem: (error: unknown) => show('danger', typeof error === 'string' ? error : explainShort(error), 12),
};
