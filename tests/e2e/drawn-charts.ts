// What runs in the page uses nothing from outside itself.

/** One picture: what its lines and dots say to the eye, and what it is called. */
export interface DrawnRatings {
  readonly name: string;
  readonly ratings: readonly number[];
  readonly isInOrder: boolean;
}

/** Reads the small multiples from where their dots stand on the lines of the scale. */
export const drawnRatings = `[...document.querySelectorAll('.multiple svg')].map(svg => {
  const scale = [...svg.querySelectorAll('.level')].map(level => ({
    rating: Number(level.querySelector('text').textContent),
    y: level.querySelector('line').getBoundingClientRect().y,
  }));
  const dots = [...svg.querySelectorAll('circle')].map(dot => {
    const box = dot.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  return {
    name: svg.getAttribute('aria-label'),
    ratings: dots.map(({ y }) => scale.find(level => Math.abs(level.y - y) < 2)?.rating ?? -1),
    isInOrder: dots.every(({ x }, index) => index === 0 || x > dots[index - 1].x),
  };
})`;

/** A dot on a line from never to each time, and the bar about it, as shares of the line. */
export interface DrawnShare {
  readonly name: string;
  readonly share: number;
  readonly from: number;
  readonly to: number;
}

export const drawnShares = `[...document.querySelectorAll('svg.share')].map(svg => {
  const [track, bar, dot] = ['.track', 'rect', 'circle'].map(one => svg.querySelector(one).getBoundingClientRect());
  const at = x => (x - track.x) / track.width;
  return {
    name: svg.getAttribute('aria-label'),
    share: at(dot.x + dot.width / 2),
    from: at(bar.x),
    to: at(bar.x + bar.width),
  };
})`;

/** One place of a grid: how many shapes stand in it and which, and what they are read as. Empty places are null. */
export interface DrawnCell {
  readonly shapes: number;
  readonly of: string;
  readonly words: string;
}

/** Reads a grid of shapes: a rating from the filled steps of its tower, anything else from its outline. */
export const drawnGrid = (section: string) => `[...document
  .querySelectorAll('[aria-labelledby="${section}"] table.grid:not(.in-words) tbody tr')].map(row => ({
    label: row.querySelector('th').innerText.split('\\n')[0].trim(),
    cells: [...row.querySelectorAll('td')].map(cell => {
      const shapes = [...cell.querySelectorAll('svg')].filter(one => one.getBoundingClientRect().width > 0);
      if (shapes.length === 0) return null;
      const full = shapes[0].querySelector('.full')?.getAttribute('d') ?? '';
      const isTower = shapes[0].querySelector('.full, .hollow') !== null;
      return {
        shapes: shapes.length,
        of: isTower ? String(full.split('M').length - 1) : shapes[0].querySelector('path').getAttribute('d'),
        words: shapes.filter(one => one.getAttribute('role') === 'img').map(one => one.getAttribute('aria-label')).join(),
      };
    }),
  }))`;

/** The rows of an opened table in words. */
export const wordsOf = (region: string) => `[...document
  .querySelector('section[aria-label^="${region}"]').querySelectorAll('tbody tr')].map(row =>
    [...row.cells].map(cell => cell.innerText.replace(/\\s+/g, ' ').trim()))`;

/**
 * Every mark of these, with how strongly it stands out from the page behind it: the larger contrast of its line and its
 * filling, as WCAG 2 measures it.
 */
export const contrastOf = (marks: string) => `(() => {
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const light = colour => {
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = colour;
    probe.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...probe.getImageData(0, 0, 1, 1).data].map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = light(getComputedStyle(document.body).backgroundColor);
  const apart = colour => {
    if (colour === 'none' || /^transparent$|^rgba\\(.*, 0\\)$/.test(colour)) return 1;
    const own = light(colour);
    return (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05);
  };
  return [...document.querySelectorAll('${marks}')].map(mark => {
    const { fill, stroke } = getComputedStyle(mark);
    return Math.max(mark.localName === 'line' ? 1 : apart(fill), apart(stroke));
  });
})()`;

/** How often each rating was given, as dots on the line of that rating. */
export interface DrawnCounts {
  readonly name: string;
  readonly counts: readonly number[];
}

export const drawnCounts = `[...document.querySelectorAll('.counts svg')].map(svg => ({
  name: svg.getAttribute('aria-label'),
  counts: [0, 1, 2, 3].map(rating => {
    const level = [...svg.querySelectorAll('.level')].find(one => one.querySelector('text').textContent === String(rating));
    return new Set([...level.querySelectorAll('circle')].map(dot => dot.getBoundingClientRect().x)).size;
  }),
}))`;
