import { describe, expect, it } from 'vitest';
import { teamOf } from '../../src/slack/team.ts';

describe('the workspace of a payload', () => {
  it.each([
    ['an event', { team_id: 'T1' }, 'T1'],
    ['an event of a guest by Slack Connect: ours, not theirs', { team_id: 'T9', context_team_id: 'T1' }, 'T1'],
    ['a click', { team: { id: 'T1' }, user: { team_id: 'T9' } }, 'T1'],
    ['a click without a team, as on Grid', { team: null, user: { team_id: 'T1' } }, 'T1'],
    [
      'an app of a whole organisation',
      { team_id: 'T1', context_enterprise_id: 'E1', authorizations: [{ is_enterprise_install: true }] },
      'E1',
    ],
    ['a command in one', { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' }, 'E1'],
    ['a click in one', { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true }, 'E1'],
    [
      'a workspace of an organisation that installed it alone',
      { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'false' },
      'T1',
    ],
    ['nothing', {}, ''],
  ])('of %s', (_, payload, team) => {
    expect(teamOf(payload)).toBe(team);
  });
});
