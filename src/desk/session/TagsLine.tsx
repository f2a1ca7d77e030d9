import { t } from '../../browser/i18n';
import { SavedLine } from '../../ui/SavedLine';

interface TagsLineProps {
  tags: readonly string[];
  onTags: (tags: readonly string[]) => Promise<unknown>;
}

/** The session's tags in one line, with commas between. */
export function TagsLine({ tags, onTags }: TagsLineProps) {
  return (
    <SavedLine
      label={t('tags')}
      hint={t('tagsHint')}
      words={tags.join(', ')}
      onWords={words => onTags(readTags(words))}
    />
  );
}

function readTags(words: string): string[] {
  const tags = words.split(',').map(tag => tag.trim().replace(/\s+/g, ' '));
  return [...new Set(tags.filter(tag => tag !== ''))];
}
