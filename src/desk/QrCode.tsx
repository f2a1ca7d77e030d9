import { useEffect, useState } from 'preact/hooks';
import { t } from '../browser/i18n';

/** Light modules around the code that readers need to find it. */
const QUIET = 4;

/** Text as a QR code, drawn as one path. Its reader is loaded only here, and nothing is sent anywhere. */
export function QrCode({ text }: { text: string }) {
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void import('uqr').then(({ encode }) => {
      // Medium: a sheet that was folded or smudged in a drawer still reads.
      if (isCurrent) setRows(encode(text, { ecc: 'M', border: QUIET }).data);
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);

  // Its place is kept from the start, so that nothing below moves under the hand.
  if (rows.length === 0) return <svg class="qr" aria-hidden="true" viewBox="0 0 1 1" />;
  const size = rows.length;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={t('qrCode')}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect class="light" width={size} height={size} />
      <path class="dark" d={pathOf(rows)} />
    </svg>
  );
}

function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}
