/** How one drawn person looks and moves. */
export interface Look {
  wall: string;
  skin: string;
  /** The skin where it lies in shadow. */
  shade: string;
  hair: string;
  clothes: string;
  /** Seconds from one breath to the next. */
  breath: number;
}

/** A moving picture and the way to end it. */
export interface Drawing {
  stream: MediaStream;
  stop(): void;
}

const width = 640;
const height = 400;
const framesPerSecond = 24;

function ellipse(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  rx: number,
  ry: number,
  colour: string,
) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  pen.fill();
}

function draw(pen: CanvasRenderingContext2D, look: Look, seconds: number): void {
  const breath = Math.sin((seconds / look.breath) * Math.PI * 2);
  const nod = Math.sin(seconds * 0.9) * 5 + Math.sin(seconds * 2.3) * 2;
  const sway = Math.sin(seconds * 0.45) * 9;
  const isBlinking = seconds % 4.3 < 0.16;
  const [x, y] = [width / 2 + sway, 178 + nod];

  const light = pen.createRadialGradient(width * 0.3, 90, 20, width / 2, height / 2, 480);
  light.addColorStop(0, look.wall);
  light.addColorStop(1, '#20242c');
  pen.fillStyle = light;
  pen.fillRect(0, 0, width, height);

  ellipse(pen, width / 2 + sway * 0.4, 440 - breath * 4, 190, 150, look.clothes);
  ellipse(pen, x * 0.7 + (width / 2) * 0.3, 268 + nod * 0.5, 34, 50, look.shade);
  ellipse(pen, x, y - 18, 92, 104, look.hair);
  ellipse(pen, x, y, 76, 94, look.skin);
  pen.fillStyle = look.hair;
  pen.beginPath();
  pen.ellipse(x, y - 62, 80, 40, 0, Math.PI, Math.PI * 2);
  pen.fill();
  for (const side of [-1, 1]) ellipse(pen, x + side * 28, y - 6, 6, isBlinking ? 1 : 7, '#2a2320');
  const mouth = 3 + Math.max(0, Math.sin(seconds * 5) * Math.sin(seconds * 0.7)) * 8;
  ellipse(pen, x, y + 44, 18, mouth, '#8a4a46');
}

/** Draws a calm, made-up person. Runs on a timer, so it goes on, slower, when the tab is in the background. */
export function drawPerson(look: Look): Drawing {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser gives no canvas to draw on');
  const start = performance.now();
  const frame = () => draw(pen, look, (performance.now() - start) / 1000);
  frame();
  const timer = setInterval(frame, 1000 / framesPerSecond);
  return { stream: canvas.captureStream(framesPerSecond), stop: () => clearInterval(timer) };
}
