import { doctorCommand } from '../../src/cli/doctor.ts';

await doctorCommand().parseAsync([], { from: 'user' });
