/** What joins two windows of this page: messages go by both ways that browsers have, and may therefore come twice. */
export interface WindowChannel {
  send(message: unknown): void;
  close(): void;
}

interface Ends {
  /** The other window, for browsers and addresses without a BroadcastChannel between windows; null while it is not known. */
  peer(): Window | null;
  /** Called with whatever came, and with the window that sent it where that is known. Anyone may have sent it. */
  onMessage(message: unknown, source: Window | null): void;
}

/** Opens both ways to the windows that use the same name. Messages have to be told from strangers' by their content. */
export function openWindowChannel(name: string, { peer, onMessage }: Ends): WindowChannel {
  const broadcast = openBroadcast(name);
  if (broadcast) broadcast.onmessage = ({ data }) => onMessage(data, null);
  const onWindowMessage = ({ origin, source, data }: MessageEvent) => {
    // A message has a port or a worker for its source too; only a window can be answered.
    if (isOwnOrigin(origin) && source && 'closed' in source) onMessage(data, source);
  };
  window.addEventListener('message', onWindowMessage);
  return {
    send(message) {
      broadcast?.postMessage(message);
      peer()?.postMessage(message, isFile() ? '*' : window.location.origin);
    },
    close() {
      broadcast?.close();
      window.removeEventListener('message', onWindowMessage);
    },
  };
}

function openBroadcast(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch (error) {
    // Blocked for this page, or not there at all: the windows know each other and can do without.
    console.warn('No BroadcastChannel here; the windows send messages to each other directly.', error);
    return null;
  }
}

/** A page from the disk has no origin; browsers write that as `null`, and some as `file://`. */
function isOwnOrigin(origin: string): boolean {
  return isFile() ? origin === 'null' || origin === 'file://' : origin === window.location.origin;
}

function isFile(): boolean {
  return window.location.protocol === 'file:';
}

/** 128 random bits as hexadecimal digits. Not `randomUUID`, which a page without TLS does not have. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
