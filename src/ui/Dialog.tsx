import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useId } from 'react';
import './dialog.css';

/** A modal dialog with its title and a way out; whoever holds the ref opens it. */
export function Dialog({
  dialog,
  title,
  close,
  className,
  onOpen,
  onClose,
  children,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  /** The name of the button that closes it. */
  close: string;
  /** Called whenever the focus comes into the dialog, as it does when it opens: to load what only it shows. */
  onOpen?: () => void;
  className?: string;
  /** Told when it has closed, in whatever way. */
  onClose?: () => void;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <dialog
      className={className ? `dialog ${className}` : 'dialog'}
      ref={dialog}
      aria-labelledby={heading}
      onFocus={onOpen}
      onClose={onClose}
    >
      <form method="dialog">
        <button type="submit" className="icon-button" aria-label={close}>
          <X size="1.15em" aria-hidden="true" />
        </button>
      </form>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
