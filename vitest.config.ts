import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Files share their worker's modules, so that the knowledge is read and indexed once for all of them and not once for
    // each: no test replaces a module or leaves anything behind that another could see.
    isolate: false,
    maxWorkers: '100%',
  },
});
