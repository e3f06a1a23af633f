/** Asks the workspace to do something; resolves with its answer, rejects with the reason it gives. */
export async function ask(what: string, body: object): Promise<unknown> {
  const response = await fetch(`/local/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const reason =
    typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : 'It failed.';
  throw new Error(reason);
}
