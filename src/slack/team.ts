import { z } from 'zod';

const bodySchema = z.object({
  team_id: z.string().nullish(),
  context_team_id: z.string().nullish(),
  context_enterprise_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish(),
  authorizations: z.array(z.object({ is_enterprise_install: z.boolean().nullish() })).nullish(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  user: z.object({ team_id: z.string().nullish() }).nullish(),
});

/**
 * The workspace under whose name a conversation is remembered: ours, not that of a guest who writes by Slack Connect;
 * for an app installed in a whole organisation the organisation, since its channels may span workspaces.
 */
export function teamOf(payload: unknown): string {
  const { data: body } = bodySchema.safeParse(payload);
  if (!body) return '';
  const everywhere =
    String(body.is_enterprise_install) === 'true' || body.authorizations?.[0]?.is_enterprise_install === true;
  const organisation = body.context_enterprise_id ?? body.enterprise_id ?? body.enterprise?.id;
  if (everywhere && organisation) return organisation;
  return body.context_team_id ?? body.team_id ?? body.team?.id ?? body.user?.team_id ?? organisation ?? '';
}
