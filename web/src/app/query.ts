// How the pages ask the server: once more after a lost connection, never again after a refusal.
import { QueryClient } from '@tanstack/vue-query';
import { Problem } from '@/shared/api/client';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      retry: (failures, error) => failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status === 503),
      retryDelay: (attempt) => 500 * 2 ** attempt,
      networkMode: 'always', // the browser's word about the network is not worth much inside a company's
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
