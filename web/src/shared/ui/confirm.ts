// `if (await confirm({title, text, yes}))`: asks before what cannot be taken back. The frame shows it (ConfirmHost).
import { shallowRef } from 'vue';

export interface Question {
  title: string;
  text?: string;
  /** What the button says: the act itself, not "OK". */
  yes: string;
  no?: string;
  danger?: boolean;
}

export const asked = shallowRef<(Question & { answer: (yes: boolean) => void }) | null>(null);

export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false);
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer(yes) {
        asked.value = null;
        resolve(yes);
      },
    };
  });
}
