/**
 * The statements that uploaders confirm, in every language, each with the SHA-256 of its wording pinned beside it.
 *
 * They are plain-word drafts: a lawyer has to review them, in each language, before they are relied on. Whoever changes a wording
 * gives it a new version and a new hash; the old hash with new words stops start-up.
 */
import type { Language } from './language.ts';

interface StatementWording {
  readonly title: string;
  readonly text: string;
  /** Of the UTF-8 bytes of `text`, in hex. */
  readonly sha256: string;
}

export interface StatementEntry {
  readonly id: string;
  readonly version: string;
  readonly wordings: Readonly<Record<Language, StatementWording>>;
}

export const UPLOADER_ATTESTATION: StatementEntry = {
  id: 'uploader-attestation',
  version: '1',
  wordings: {
    en: {
      title: 'Please confirm',
      text: 'My answers are true. Where I keep a face, a name or other details of another person, I am allowed to use them here, and this person knows about it. For a child, a parent or guardian agreed. I know that my answers are stored as proof.',
      sha256: '533840bc55f4c97bb23cefdd884eab5aeb11b62c8d10754848d8b0c4244fbfae',
    },
    de: {
      title: 'Bitte bestätige',
      text: 'Meine Antworten sind wahr. Wo ich ein Gesicht, einen Namen oder andere Angaben einer anderen Person behalte, darf ich sie hier verwenden, und diese Person weiß davon. Bei einem Kind hat ein Elternteil oder Vormund zugestimmt. Ich weiß, dass meine Antworten als Nachweis gespeichert werden.',
      sha256: 'fb8e7fe903bbf56ffff8db11bc6815f78f37b0e8faa6f9b2e3bae0745bca1f54',
    },
    fr: {
      title: 'Merci de confirmer',
      text: 'Mes réponses sont vraies. Lorsque je garde un visage, un nom ou d’autres informations d’une autre personne, j’ai le droit de les utiliser ici et cette personne le sait. Pour un enfant, un parent ou un tuteur a donné son accord. Je sais que mes réponses sont conservées comme preuve.',
      sha256: '358946475916e7bd4602f94eee371d936040f28af831944b8cf8603b17a763a9',
    },
    es: {
      title: 'Confirma, por favor',
      text: 'Mis respuestas son verdaderas. Cuando conservo una cara, un nombre u otros datos de otra persona, puedo usarlos aquí y esa persona lo sabe. Si es menor, su padre, madre o tutor ha dado permiso. Sé que mis respuestas se guardan como prueba.',
      sha256: 'e295ac6cb78d532c42d71f506d7ed664271f73eba0549ebb09cdb00c7f7156f2',
    },
    ru: {
      title: 'Пожалуйста, подтвердите',
      text: 'Мои ответы правдивы. Если я оставляю лицо, имя или другие данные другого человека, у меня есть право использовать их здесь, и этот человек об этом знает. Если это ребёнок, согласие дал родитель или опекун. Я знаю, что мои ответы сохраняются как доказательство.',
      sha256: '382e2427692d6bc6669a134e3f568dec3f44842b7b2111fdfb1dce192b7160ae',
    },
    ka: {
      title: 'გთხოვთ, დაადასტუროთ',
      text: 'ჩემი პასუხები სიმართლეა. სადაც სხვა ადამიანის სახეს, სახელს ან სხვა მონაცემებს ვტოვებ, მათი აქ გამოყენების უფლება მაქვს და ამ ადამიანმა ამის შესახებ იცის. ბავშვის შემთხვევაში თანხმობა მშობელმა ან მეურვემ განაცხადა. ვიცი, რომ ჩემი პასუხები მტკიცებულებად ინახება.',
      sha256: '139174f095fc26b992a664ae0880acea7a8f5b796d881ad7cc20e5f3b0d5fe7c',
    },
  },
};
