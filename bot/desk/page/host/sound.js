/** Two soft tones. A browser lets a page be heard only once somebody has touched it. */

let context = null;

/** Call once: the first key or press makes sound possible. */
export function prepareSound() {
  const wake = () => {
    context ??= new AudioContext();
    context.resume().catch(() => {});
  };
  document.addEventListener('pointerdown', wake, { once: true });
  document.addEventListener('keydown', wake, { once: true });
}

export function chime() {
  if (context?.state !== 'running') return;
  tone(context, 659, 0);
  tone(context, 880, 0.16);
}

function tone({ destination, currentTime }, frequency, after) {
  const oscillator = new OscillatorNode(context, { frequency, type: 'sine' });
  const volume = new GainNode(context, { gain: 0 });
  const start = currentTime + after;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.16, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.45);
  oscillator.connect(volume).connect(destination);
  oscillator.start(start);
  oscillator.stop(start + 0.5);
}
