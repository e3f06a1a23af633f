import type { Person } from '../wire.ts';

/** A square with initials; the colour follows from the name. The name always stands beside it, so it is decoration. */
export function Avatar({ person, small = false }: { readonly person: Person; readonly small?: boolean }) {
  const initials = person.realName
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const tone = person.isBot ? 'bot' : String(person.name.charCodeAt(0) % 5);
  return (
    <span className={small ? 'avatar avatar-small' : 'avatar'} data-tone={tone} aria-hidden="true">
      {initials}
    </span>
  );
}
