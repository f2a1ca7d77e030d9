import { useEffect } from 'preact/hooks';
import type { Block } from '../../domain/readable-file';

interface PrintViewProps {
  blocks: readonly Block[];
  onDone: () => void;
}

/** What is printed in place of the page, once. Whoever has the paper, or the PDF made of it, reads everything on it. */
export function PrintView({ blocks, onDone }: PrintViewProps) {
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true });
    print();
    return () => removeEventListener('afterprint', onDone);
  }, []);
  return (
    <div class="print-view">
      {blocks.map((block, index) => (
        <Printed key={`${index}`} block={block} />
      ))}
    </div>
  );
}

function Printed({ block }: { block: Block }) {
  switch (block.is) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return <Heading dir="auto">{block.text}</Heading>;
    }
    case 'paragraph':
      return <p dir="auto">{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={`${index}`} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'as-typed':
      return (
        <p class="as-typed" dir="auto">
          {block.text}
        </p>
      );
  }
}
