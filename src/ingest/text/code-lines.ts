/** Whether a single line reads like code, without knowing its neighbours. */

/** Longer lines are prose or data; it also keeps the patterns below quick on any input. */
const LONGEST = 300;

const STRONG: readonly RegExp[] = [
  /^from [\w.]+ import \S/,
  /^import (?:[\w.]+(?: as \w+)?)(?:, ?[\w.]+(?: as \w+)?)*;?(?: [\w.]+\(.*\);?)?$/,
  /^import .+ from ['"][^'"]+['"];?$/,
  /^#include\s*[<"]|^using [\w.:]+;$|^package [\w.]+;?$/,
  // A call: an identifier with its bracket right behind it, and an end that no sentence has.
  /^(?:(?:await|return|new|yield|throw|if|for|while|print) )?[A-Za-z_$][\w$]*(?:(?:\.|::|->)[\w$]+)*\(.*[)(;,{[\]:]$/,
  /^(?:async )?(?:def|class|func|fn|function|public|private|protected|static|interface|struct|enum|export|template)\b.*[:{;)(]$/,
  /^(?:for|while|if|elif|else|try|except|finally|with|switch|case)\b[^.]*[:{]$/,
  /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|EXPLAIN|WITH|FROM|WHERE|GROUP BY|ORDER BY|VALUES|GRANT)\s(?=.*(?:[a-z;*(='"]))[^:]*[^.:]$/,
  /^(?:\$|>>>|\.\.\.) \S/,
  /^(?:sudo )?(?:pip3?|npm|npx|yarn|pnpm|apt|apt-get|brew|docker|git|kubectl|cargo|go|conda|poetry|python3?|node) (?:install|run|add|init|clone|create|build|start|get|pull|push|exec|-{1,2}\w|\S+\.(?:py|js|sh))\b/,
  /^@[\w.]+(?:\(.*\))?$/,
  /^<\/?[a-zA-Z][^>]*>(?:.*<\/[a-zA-Z]+>)?$/,
  /[=(<].*[;{]$|=> ?[{(\w]/,
];

const ASSIGNMENT =
  /^(?:(?:const|let|var|auto|final|val|int|float|double|string|bool) )?([\w$.[\]'":]+(?:, ?[\w$.[\]]+)*) ?(?:[-+*/|&]|:)?= ?(\S.*)$/;

/** Code only in company: a comment, a bracket, a bare keyword. */
const WEAK: readonly RegExp[] = [
  /^#(?!#)\s?\S|^\/\/|^\/\*|^\*\/|^--\s|^"""/,
  /^[\])}]+[;,:]?$/,
  /^(?:return|pass|break|continue|end|begin|else|COMMIT;?|BEGIN;?)\b[^.]{0,60}$/,
  /^['"[{(].*[,\]})]$/,
];

const COMMENT = /^(?:#(?!#)|\/\/|\/\*|--\s)/;

export function isComment(text: string): boolean {
  return COMMENT.test(text);
}

export function isStrongCode(text: string): boolean {
  if (text.length > LONGEST || /[a-z)]\.$/.test(text)) return false;
  return isAssignment(text) || STRONG.some((pattern) => pattern.test(text));
}

export function isWeakCode(text: string): boolean {
  return text.length <= LONGEST && WEAK.some((pattern) => pattern.test(text));
}

/** `x = y + z` is one, "Speed = comfort for most runners" is not: what is assigned must be short or look like code. */
function isAssignment(text: string): boolean {
  const value = ASSIGNMENT.exec(text)?.[2];
  if (value === undefined || value.startsWith('=')) return false;
  return value.split(' ').length <= 2 || /[([{"'`;+*/\d]/.test(value);
}
