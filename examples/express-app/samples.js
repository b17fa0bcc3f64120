// What the sample buttons upload: made when they are pressed, so that the example shows something without own photos.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ACCOUNT } from './demo-user.js';
import { withPlantedExif } from './planted-exif.js';
import { drawCup } from './product-picture.js';

const require = createRequire(import.meta.url);

/** The people are on a photo that the development dependency `@vladmandic/face-api` ships (MIT); without it there is no such sample. */
export async function samples() {
  const product = {
    name: 'product',
    title: 'A product picture',
    text: 'A drawn cup and a harmless prompt. Nobody is in it, so nobody is asked: it goes straight through.',
    files: [{ name: 'cup.png', type: 'image/png', bytes: drawCup() }],
    prompt: 'A warm studio picture of this cup for our online shop.',
  };
  const card = {
    name: 'card',
    title: 'A text about somebody',
    text: 'Only a prompt, with a neighbour’s name, address and number and what it says about her child. You are asked about each.',
    files: [],
    prompt: `A welcome card for our new neighbour Anna Kvist, 12 Harbour Street, Bristol BS1 4QA.
Her daughter Mia is 6 years old and loves foxes. Print her number on the back: +44 7700 900123.`,
  };
  const advert = {
    name: 'advert',
    title: 'An ad with your own contact',
    text: 'Your own number and address, as the service knows them, and a business’s mailbox. It goes straight through.',
    files: [],
    prompt: `A poster for our spring sale. Call me on ${ACCOUNT.phones[0]}, write to ${ACCOUNT.emails[0]},
or order at orders@posterworks.example.`,
  };
  const photo = await samplePhoto();
  if (photo === undefined) return [card, advert, product];
  const people = {
    name: 'people',
    title: 'A photo with people',
    text: 'A phone photo with faces, the place where it was taken, a serial number, and a prompt with somebody’s number.',
    files: [{ name: 'evening.jpg', type: 'image/jpeg', bytes: withPlantedExif(photo) }],
    prompt: 'Make a poster of this evening. For tickets call my neighbour on +995 599 12 34 56.',
  };
  return [people, card, advert, product];
}

async function samplePhoto() {
  try {
    return await readFile(join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'demo', 'sample3.jpg'));
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND' || error.code === 'ENOENT') return undefined;
    throw error;
  }
}
