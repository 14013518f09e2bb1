import type { PluginOption } from 'vite';

export function vueOfBoth(): PluginOption[];
