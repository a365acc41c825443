import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';

/** A button that asks for a file from the person's disk; the caller names it and gives its looks. */
export function FileButton({
  className,
  label,
  accept,
  onFile,
}: {
  className: string;
  label: string;
  /** The kinds of file, as an input's `accept` has them. */
  accept: string;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        <FolderOpen size="1.1em" aria-hidden="true" />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again, when it was mended meanwhile.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
