import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { actionId, anyText, confirm, imageFields, plainText } from './text.ts';

const accessibility_label = z.string().max(LIMITS.accessibilityLabel).optional();

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(LIMITS.buttonText),
  action_id: actionId,
  url: z.url().max(LIMITS.url).optional(),
  value: z.string().max(LIMITS.buttonValue).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm,
  accessibility_label,
});

const option = z.strictObject({
  text: anyText(LIMITS.optionText),
  value: z.string().max(LIMITS.optionValue),
  description: anyText(LIMITS.optionText).optional(),
  url: z.url().max(LIMITS.url).optional(),
});

const options = (max: number) => z.array(option).min(1).max(max);
const focus_on_load = z.boolean().optional();

const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  options: options(LIMITS.selectOptions).optional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(LIMITS.optionText), options: options(LIMITS.selectOptions) }))
    .min(1)
    .max(LIMITS.selectOptions)
    .optional(),
  placeholder: plainText(LIMITS.placeholder).optional(),
  initial_option: option.optional(),
  confirm,
  focus_on_load,
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: options(LIMITS.overflowOptions),
  confirm,
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  action_id: actionId,
  options: options(LIMITS.choiceOptions),
  initial_option: option.optional(),
  confirm,
  focus_on_load,
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: options(LIMITS.choiceOptions),
  initial_options: z.array(option).optional(),
  confirm,
  focus_on_load,
});

export const imageElement = z.strictObject(imageFields);

const feedback = z.strictObject({
  text: plainText(LIMITS.buttonText),
  value: z.string().max(LIMITS.buttonValue),
  accessibility_label,
});

const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: feedback,
  negative_button: feedback,
});

const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  action_id: actionId,
  icon: z.literal('trash'),
  text: plainText(LIMITS.buttonText),
  value: z.string().max(LIMITS.buttonValue).optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
  accessibility_label,
  confirm,
});

export const actionsElement = z.discriminatedUnion('type', [button, staticSelect, overflow, radioButtons, checkboxes]);
export const accessory = z.discriminatedUnion('type', [
  button,
  staticSelect,
  overflow,
  radioButtons,
  checkboxes,
  imageElement,
]);
export const contextActionsElement = z.discriminatedUnion('type', [feedbackButtons, iconButton]);
