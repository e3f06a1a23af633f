import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** What a failed call of the Web API means for the one who made it. */
export type Trouble =
  /** Slack does not take these blocks; words it would take. */
  | { readonly kind: 'blocks'; readonly code: string }
  /** The place is gone or closed to us: trying again is of no use. */
  | { readonly kind: 'closed'; readonly code: string }
  | { readonly kind: 'wait'; readonly code: string; readonly ms: number }
  /** It may have been done, and only the answer lost. */
  | { readonly kind: 'unknown'; readonly code: string }
  /** Slack said no, for a reason that only whoever runs the bot can mend. */
  | { readonly kind: 'refused'; readonly code: string };

const BLOCKS =
  /^(invalid_blocks|invalid_blocks_format|invalid_attachments|invalid_attachments_format|msg_blocks_too_long|only_one_table_allowed)$/;
const CLOSED =
  /^(channel_not_found|not_in_channel|is_archived|is_inactive|thread_not_found|message_not_found|cannot_reply_to_message|cant_update_message|edit_window_closed|cant_delete_message|restricted_action.*|user_not_in_channel|user_not_found|messages_tab_disabled|cannot_dm_bot|external_channel_migrating|team_access_not_granted)$/;
const UNSURE = /^(internal_error|fatal_error|service_unavailable|request_timeout|team_added_to_org)$/;

export function troubleOf(error: unknown): Trouble {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'wait', code: 'ratelimited', ms: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    if (BLOCKS.test(code)) return { kind: 'blocks', code };
    if (CLOSED.test(code)) return { kind: 'closed', code };
    return { kind: UNSURE.test(code) ? 'unknown' : 'refused', code };
  }
  if (error instanceof WebAPIHTTPError)
    return { kind: error.statusCode >= 500 ? 'unknown' : 'refused', code: `http_${error.statusCode}` };
  // Time ran out, the connection broke, or an answer came that is none of Slack's.
  return { kind: 'unknown', code: 'no_answer' };
}
