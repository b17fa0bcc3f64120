// Makes models/doctor-sample.jpg, on which `bystander doctor` proves its detectors: a drawn face, an address and a number that belong
// to nobody, and a planted position. Run once, on a machine with the font DejaVu Sans; the result is committed.
import sharp from 'sharp';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640">
<defs>
  <radialGradient id="skin" cx="45%" cy="40%">
    <stop offset="0" stop-color="#f0c8a8"/><stop offset="0.8" stop-color="#d8a888"/><stop offset="1" stop-color="#8a5a3c"/>
  </radialGradient>
  <filter id="soft"><feGaussianBlur stdDeviation="2.2"/></filter>
</defs>
<rect width="640" height="480" fill="#9fb4c8"/>
<g filter="url(#soft)">
  <rect x="180" y="400" width="280" height="120" rx="60" fill="#34506e"/><rect x="280" y="340" width="80" height="90" fill="#b98262"/>
  <ellipse cx="320" cy="200" rx="118" ry="150" fill="#3a2618"/><ellipse cx="320" cy="240" rx="100" ry="135" fill="url(#skin)"/>
  <path d="M218 200 Q 240 90 330 100 Q 420 100 422 205 Q 400 140 320 145 Q 240 150 218 200" fill="#3a2618"/>
  <ellipse cx="280" cy="225" rx="20" ry="9" fill="#f4efe8"/><ellipse cx="360" cy="225" rx="20" ry="9" fill="#f4efe8"/>
  <circle cx="280" cy="225" r="9" fill="#2a1c14"/><circle cx="360" cy="225" r="9" fill="#2a1c14"/>
  <path d="M255 203 Q 280 190 304 202 M336 202 Q 360 190 385 203" stroke="#3a2618" stroke-width="8" fill="none"/>
  <path d="M318 228 Q 305 275 308 284 Q 320 294 333 284" stroke="#9a6748" stroke-width="6" fill="none"/>
  <path d="M280 322 Q 320 305 360 322 Q 320 350 280 322" fill="#a4443e"/>
</g>
<rect y="480" width="640" height="160" fill="white"/>
<text x="20" y="545" font-family="DejaVu Sans" font-size="34">anna.berger@example.org</text>
<text x="20" y="605" font-family="DejaVu Sans" font-size="34">Phone: +44 20 7946 0958</text>
</svg>`;

// A position in the middle of the Atlantic.
const position = { GPSLatitudeRef: 'N', GPSLatitude: '30/1 0/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '40/1 0/1 0/1' };
await sharp(Buffer.from(drawing))
  .withExif({ IFD3: position })
  .jpeg({ quality: 70 })
  .toFile('models/doctor-sample.jpg');
