import type { ComponentProps } from 'react';

/** A button of the stage's bar: a picture, whose name is said and shown. */
export function ToolButton({ name, ...button }: { name: string } & ComponentProps<'button'>) {
  return <button type="button" className="icon-button" aria-label={name} title={name} {...button} />;
}
