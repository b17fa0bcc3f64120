/**
 * Names that everybody uses and nobody is: historic figures, characters, placeholders. Own lists.
 *
 * Criterion for a figure: dead for more than 70 years, and in school books or museums of several of the six languages. `*` after a name:
 * the last word alone is enough; left out where many living people are called so. Other alphabets are read through `nameKey`.
 */
import { isNameWord, nameKey } from './name-key.ts';

const FIGURES = `
Leonardo da Vinci*;Michelangelo*;Raffaello Sanzio;Raphael Sanzio;Sandro Botticelli*;Caravaggio*;Tizian;Titian;Donatello;Giotto di Bondone;Giotto
Rembrandt van Rijn;Rembrandt;Johannes Vermeer*;Hieronymus Bosch;Pieter Bruegel*;Peter Paul Rubens*;Jan van Eyck;Frans Hals;Vincent van Gogh;Van Gogh;Piet Mondrian*
Albrecht Dürer*;Lucas Cranach*;Hans Holbein*;Caspar David Friedrich;Franz Marc;August Macke;Paul Klee;Gustav Klimt*;Egon Schiele*;Edvard Munch*
Claude Monet*;Edouard Manet*;Edgar Degas*;Auguste Renoir*;Pierre-Auguste Renoir*;Paul Cézanne*;Paul Gauguin*;Georges Seurat*;Camille Pissarro*;Henri Matisse*;Henri Rousseau
Toulouse-Lautrec*;Henri de Toulouse-Lautrec;Eugène Delacroix*;Gustave Courbet;Gustave Doré;Auguste Rodin*;Camille Claudel;Alphonse Mucha*;Alfons Mucha*;Amedeo Modigliani*
Diego Velázquez;Velázquez;Francisco de Goya;Francisco Goya;Goya;El Greco;Antoni Gaudí*;Joaquín Sorolla;Frida Kahlo*;Bartolomé Murillo
J M W Turner;John Constable;William Blake;Katsushika Hokusai;Hokusai;Utagawa Hiroshige;Hiroshige;Kitagawa Utamaro;Aubrey Beardsley
Ilya Repin*;Ivan Aivazovsky*;Ivan Shishkin;Isaac Levitan;Mikhail Vrubel;Viktor Vasnetsov;Kazimir Malevich*;Wassily Kandinsky*;Vasily Kandinsky*;Andrei Rublev
Niko Pirosmani*;Nikoloz Pirosmanashvili*;Pirosmani;Lado Gudiashvili
Johann Sebastian Bach;J S Bach;Georg Friedrich Händel;Joseph Haydn;Wolfgang Amadeus Mozart*;Mozart;Ludwig van Beethoven*;Beethoven;Franz Schubert;Clara Schumann
Felix Mendelssohn*;Johannes Brahms;Richard Wagner;Richard Strauss;Johann Strauss;Gustav Mahler;Franz Liszt;Frédéric Chopin*;Antonio Vivaldi*;Niccolò Paganini*;Gioachino Rossini;Giuseppe Verdi
Giacomo Puccini*;Georges Bizet*;Claude Debussy*;Maurice Ravel;Hector Berlioz*;Erik Satie*;Camille Saint-Saëns;Antonín Dvořák*;Edvard Grieg;Pyotr Ilyich Tchaikovsky;Pyotr Tchaikovsky;Tchaikovsky;Чайковский
Modest Mussorgsky*;Nikolai Rimsky-Korsakov;Sergei Rachmaninoff*;Sergei Prokofiev;Alexander Scriabin;Scott Joplin;Isaac Albéniz;Manuel de Falla;Zakaria Paliashvili
William Shakespeare*;Shakespeare;Charles Dickens;Jane Austen;Charlotte Brontë;Emily Brontë;Mary Shelley;Lord Byron;John Keats;Percy Shelley;Oscar Wilde;Lewis Carroll;Edgar Allan Poe
Mark Twain;Walt Whitman;Emily Dickinson;Herman Melville;Robert Louis Stevenson;Arthur Conan Doyle;Jonathan Swift;Daniel Defoe;Virginia Woolf;James Joyce;Rudyard Kipling;George Orwell;Jack London;Jules Verne
Johann Wolfgang von Goethe;Wolfgang von Goethe;Goethe;Friedrich Schiller;Heinrich Heine;Brüder Grimm;Jacob Grimm;Wilhelm Grimm;Franz Kafka*;Rainer Maria Rilke*;Rilke;Theodor Fontane;E T A Hoffmann
Victor Hugo;Honoré de Balzac;Balzac;Gustave Flaubert*;Charles Baudelaire*;Arthur Rimbaud*;Paul Verlaine;Émile Zola;Marcel Proust*;Molière;Voltaire;Jean de La Fontaine;Alexandre Dumas;Guy de Maupassant
Antoine de Saint-Exupéry;Saint-Exupéry;Guillaume Apollinaire;Jean Racine;Stendhal;Miguel de Cervantes;Cervantes;Lope de Vega;Federico García Lorca;García Lorca;Calderón de la Barca
Dante Alighieri;Francesco Petrarca;Giovanni Boccaccio;Ovid;Vergil;Sappho;Hans Christian Andersen;Henrik Ibsen;Omar Khayyam
Alexander Pushkin*;Пушкин;Leo Tolstoy;Lev Tolstoy;Лев Толстой;Fyodor Dostoevsky;Fyodor Dostoyevsky;Достоевский;Anton Chekhov;Чехов;Nikolai Gogol;Гоголь;Mikhail Lermontov;Лермонтов;Ivan Turgenev;Sergei Yesenin;Сергей Есенин
Vladimir Mayakovsky;Маяковский;Mikhail Bulgakov;Михаил Булгаков;Alexander Blok;Александр Блок;Ivan Bunin;Taras Shevchenko;Adam Mickiewicz
Shota Rustaveli*;რუსთაველი;Ilia Chavchavadze;Akaki Tsereteli;აკაკი წერეთელი;Vazha-Pshavela;ვაჟა-ფშაველა;Galaktion Tabidze;David Guramishvili;Sulkhan-Saba Orbeliani
Isaac Newton;Galileo Galilei;Galileo;Nicolaus Copernicus;Kopernikus;Johannes Kepler;Charles Darwin;Albert Einstein*;Marie Curie;Pierre Curie;Nikola Tesla;Thomas Edison;Louis Pasteur;Blaise Pascal;René Descartes
Michael Faraday;James Clerk Maxwell;Max Planck;Ada Lovelace;Alexander von Humboldt;Carl Friedrich Gauss;Leonhard Euler;Dmitri Mendeleev*;Менделеев;Mikhail Lomonosov*;Sigmund Freud;Alan Turing;Santiago Ramón y Cajal
Sokrates;Socrates;Platon;Plato;Aristotle;Aristoteles;Pythagoras;Archimedes;Euclid;Hippocrates;Cicero;Marcus Aurelius;Marc Aurel;Konfuzius;Confucius;Lao Tzu;Sun Tzu;Buddha;Immanuel Kant
Friedrich Nietzsche*;Georg Wilhelm Friedrich Hegel;Arthur Schopenhauer*;Karl Marx;Jean-Jacques Rousseau;John Locke;Thomas Hobbes;Baruch Spinoza*;Martin Luther;Nicolò Machiavelli;Niccolò Machiavelli
Julius Caesar;Gaius Julius Caesar;Cleopatra;Kleopatra;Alexander the Great;Hannibal Barca;Nefertiti;Tutankhamun;Ramses II;Charlemagne;Karl der Große;Genghis Khan
Napoleon Bonaparte;Napoleon;Napoléon;Louis XIV;Ludwig XIV;Marie Antoinette;Jeanne d'Arc;Joan of Arc;Otto von Bismarck;Bismarck;Friedrich der Große;Maria Theresia;Kaiserin Sisi;Wilhelm II
Elizabeth I;Queen Victoria;Henry VIII;Mary Stuart;George Washington;Abraham Lincoln;Thomas Jefferson;Benjamin Franklin;Franklin D Roosevelt;Theodore Roosevelt;Simón Bolívar;Mahatma Gandhi;Gandhi
Peter the Great;Пётр I;Екатерина II;Ivan the Terrible;Иван Грозный;Alexander II;Nikolai II;Grigori Rasputin;Rasputin;Queen Tamar;თამარ მეფე;დავით აღმაშენებელი;ერეკლე II
Christopher Columbus;Cristóbal Colón;Christoph Kolumbus;Vasco da Gama;Marco Polo;Ferdinand Magellan;Roald Amundsen;Florence Nightingale;Rosa Luxemburg;Sojourner Truth;Harriet Tubman`;

/** Characters of books, films and folklore whose names are used as words. */
const CHARACTERS = `
Sherlock Holmes;Шерлок Холмс;Doctor Watson;Hercule Poirot;Miss Marple;James Bond;Harry Potter;Гарри Поттер;Hermione Granger;Ron Weasley;Albus Dumbledore;Voldemort;Frodo Baggins;Bilbo Baggins;Gandalf
Legolas;Darth Vader;Luke Skywalker;Obi-Wan Kenobi;Yoda;Han Solo;Indiana Jones;Batman;Superman;Spider-Man;Spiderman;Wonder Woman;Bruce Wayne;Clark Kent;Tony Stark;Iron Man
Mickey Mouse;Donald Duck;Bugs Bunny;Homer Simpson;Bart Simpson;Pikachu;Super Mario;Lara Croft;Geralt of Rivia;Winnie the Pooh;Peter Pan;Tinker Bell;Alice in Wonderland;Pinocchio;Cinderella
Aschenputtel;Cendrillon;Cenicienta;Золушка;Snow White;Schneewittchen;Rapunzel;Rumpelstiltskin;Red Riding Hood;Rotkäppchen;Robin Hood;King Arthur;Lancelot;Dracula;Frankenstein;Don Quijote;Don Quixote
Sancho Panza;Don Juan;Romeo Montague;Macbeth;Faust;Mephisto;Anna Karenina;Анна Каренина;Евгений Онегин;Родион Раскольников;Баба-Яга;Дед Мороз;Снегурочка;Чебурашка;Буратино;Дядя Фёдор;Винни-Пух
Santa Claus;Jack Frost;Zeus;Hercules;Pippi Långstrump;Pippi Langstrumpf;Max und Moritz;Asterix;Obelix;Tintin;Jean Valjean;D'Artagnan;Arsène Lupin;Captain Nemo;Captain Ahab;Tom Sawyer
Huckleberry Finn;Jay Gatsby;Elizabeth Bennet;Jane Eyre;Dorian Gray;Katniss Everdeen;Naruto Uzumaki;Goku;შერლოკ ჰოლმსი;ჰარი პოტერი;ნაცარქექია;Вася Пупкин`;

/** Names that stand for "somebody" on forms and in examples. */
const PLACEHOLDERS = `
John Doe;Jane Doe;Johnny Doe;John Q Public;Joe Bloggs;Joe Public;Max Mustermann;Erika Mustermann;Maxi Musterfrau;Maria Mustermann;Lieschen Müller;Otto Normalverbraucher;Mustermann
Monsieur Tout-le-monde;Madame Michu;Fulano de Tal;Fulana de Tal;Perico de los Palotes;Вася Пупкин;Jan Jansen;Jan Modaal;First Last;Firstname Lastname;Vorname Nachname;Nom Prénom;Nombre Apellido;Имя Фамилия;Test User;Test Test`;

const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu;
/** A name has no more words than this. */
const MAX_WORDS = 5;

export type KnownAs = 'figure' | 'character' | 'placeholder';

interface KnownName {
  readonly keys: readonly string[];
  readonly as: KnownAs;
}

/** Letters of a last word's key that its names are filed under. */
const FILED_BY = 2;
const known: ReadonlyMap<string, readonly KnownName[]> = filed([
  ...namesOf(FIGURES, 'figure'),
  ...namesOf(CHARACTERS, 'character'),
  ...namesOf(PLACEHOLDERS, 'placeholder'),
]);

/** What everybody knows the whole name as, word by word and in any case of its language. */
export function knownAs(name: string): KnownAs | undefined {
  const words = name.match(WORD) ?? [];
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  const last = nameKey(words.at(-1) ?? '');
  const rivals = known.get(last.slice(0, FILED_BY))?.filter(({ keys }) => keys.length === words.length) ?? [];
  if (rivals.length === 0) return undefined;
  const sounds = words.map(nameKey);
  return rivals.find(({ keys }) => words.every((word, at) => isNameWord(word, keys[at] ?? '', sounds[at])))?.as;
}

function namesOf(list: string, as: KnownAs): KnownName[] {
  return list.split(/[;\n]/).flatMap((name) => {
    const keys = (name.match(WORD) ?? []).map(nameKey);
    if (keys.length === 0) return [];
    return name.endsWith('*')
      ? [
          { keys, as },
          { keys: keys.slice(-1), as },
        ]
      : [{ keys, as }];
  });
}

function filed(names: readonly KnownName[]): Map<string, KnownName[]> {
  const files = new Map<string, KnownName[]>();
  for (const name of names) {
    const at = name.keys.at(-1)?.slice(0, FILED_BY) ?? '';
    files.set(at, [...(files.get(at) ?? []), name]);
  }
  return files;
}
