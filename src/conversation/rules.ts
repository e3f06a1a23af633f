/**
 * When the bot speaks, and when it does not: the published table. The code below picks rules by name, help and the README
 * print the sentences, and a test walks through all of them.
 */
export const RULES = {
  asked: 'Asked by command, mention or message, it replies.',
  'names-only': 'Mere names are compared as a whole.',
  'follow-up': 'In a thread where it has answered, a follow-up needs no mention.',
  request: 'help, topics, why, mute, unmute and leave do what they say.',
  muted: 'A muted thread stays silent until somebody says unmute or mentions the bot.',
  'to-people': 'What mentions a person, or sounds like talk between people, is theirs.',
  remark: 'What is too little likely to be meant for the bot (thanks, plans, jokes) is left alone.',
  'not-resolved': 'What fits no follow-up is left to the people in the thread.',
  unsure: 'Asked directly and not sure enough: it says so and names the nearest topics.',
  ambiguous: 'Two topics fit alike: it offers both.',
} as const;

export type RuleName = keyof typeof RULES;
