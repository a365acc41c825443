/** Elements by what a person is told of them, as a screen reader would say it: role and name. */
export interface Wanted {
  readonly role: keyof typeof selectors;
  /** The whole name, or what it must match. */
  readonly name?: string | { readonly source: string };
}

/** What is found of an element, as a person would notice it. */
export interface Seen {
  readonly name: string;
  readonly text: string;
  readonly value: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly pressed: boolean;
}

/** Which elements have a role, by themselves or by attribute: the ones that the atlas uses, from the HTML AAM (w3.org/TR/html-aam-1.0). */
export const selectors = {
  alert: '[role="alert"]',
  article: 'article',
  banner: 'body header:not(section header, article header)',
  blockquote: 'blockquote',
  button: 'button, [role="button"], summary',
  checkbox: 'input[type="checkbox"], [role="checkbox"]',
  dialog: 'dialog, [role="dialog"]',
  grid: '[role="grid"]',
  group: 'fieldset, [role="group"], details',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  list: 'ul, ol, [role="list"]',
  listbox: '[role="listbox"]',
  listitem: 'li',
  navigation: 'nav',
  option: '[role="option"]',
  region: 'section, [role="region"]',
  searchbox: 'input[type="search"]',
  status: '[role="status"]',
  textbox: 'input[type="text"], input:not([type]), textarea',
} as const;

/**
 * Runs in the page: finds what is wanted, each inside the one before, and gives what is seen of all
 * of them, or else the first element. Only visible elements count. Names come from labels, else from the text, in the order of
 * w3.org/TR/accname-1.2. It may refer to nothing outside itself, and its functions are methods: what runs in the page
 * does not know what the transpiler adds to keep their names.
 */
export function locate(
  path: readonly Wanted[],
  roles: Readonly<Record<string, string>>,
  all: boolean,
): Element | readonly Seen[] | null {
  const look = {
    tidy(text: string | null | undefined): string {
      return (text ?? '').replaceAll(/\s+/gu, ' ').trim();
    },
    nameOf(element: Element): string {
      const ids = element.getAttribute('aria-labelledby')?.split(/\s+/u) ?? [];
      const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      const labels = (element as HTMLInputElement).labels ?? [];
      const own = element.matches('section, dialog, nav, fieldset, ul, ol, [role="region"], [role="dialog"]')
        ? element.querySelector(':scope > legend')?.textContent
        : element.textContent;
      const inOrder = [labelled, element.getAttribute('aria-label'), labels[0]?.textContent, own];
      return inOrder.map((text) => look.tidy(text)).find((text) => text !== '') ?? '';
    },
    isMeant(element: Element, { name }: Wanted): boolean {
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (name === undefined) return true;
      const given = look.nameOf(element);
      return typeof name === 'string' ? given === name : new RegExp(name.source, 'u').test(given);
    },
  };
  // A window that has just opened may have no document yet.
  let found: Element[] = [document.documentElement ?? []].flat();
  for (const wanted of path)
    found = found
      .flatMap((root) => [...root.querySelectorAll(roles[wanted.role] ?? wanted.role)])
      .filter((element, index, twice) => twice.indexOf(element) === index && look.isMeant(element, wanted));
  if (!all) return found[0] ?? null;
  return found.map((element) => {
    const input = element as HTMLInputElement;
    return {
      name: look.nameOf(element),
      text: look.tidy((element as HTMLElement).innerText),
      value: input.value ?? '',
      checked: input.checked === true,
      disabled: input.disabled === true,
      focused: element === document.activeElement,
      selected: element.getAttribute('aria-selected') === 'true',
      pressed: element.getAttribute('aria-pressed') === 'true',
    };
  });
}
