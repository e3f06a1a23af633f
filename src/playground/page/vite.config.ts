import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../../../dist/playground/page',
    emptyOutDir: true,
    // Everything is a file of its own, so that the page's strict content policy holds.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
