/** What a key does on stage. */
export type StageCommand = 'next' | 'previous' | 'first' | 'last' | 'exit';

/** Arrow keys, and PageUp and PageDown, which is what a clicker sends. */
const commands: Record<string, StageCommand> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'exit',
};

/** The command of a key, or null. `key` is a KeyboardEvent's. */
export function stageCommand(key: string): StageCommand | null {
  return Object.hasOwn(commands, key) ? (commands[key] ?? null) : null;
}
