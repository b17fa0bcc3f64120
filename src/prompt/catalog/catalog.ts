/** Every string of the pages' own, by language. Plain text with `{name}` places; escaped where it is printed. */
import type { CoverStyle, CustomDetectorOptions } from '../../core/options.ts';
import {
  type BuiltInType,
  type CustomType,
  customType,
  type FindingType,
  type GapReason,
  typeName,
} from '../../core/types.ts';
import type { HoldStatus } from '../../holds/types.ts';
import type { Language } from '../language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ka } from './ka.ts';
import { ru } from './ru.ts';

/** Documents of one person: what a finding has as `document:<kind>` among its reasons. */
export const DOCUMENT_KINDS = [
  'passport',
  'identity-card',
  'driving-licence',
  'payment-card',
  'business-card',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A possible answer, and a line below it where the label alone may be misunderstood. */
export interface Answer {
  readonly label: string;
  readonly hint?: string;
}

interface Message {
  readonly title: string;
  readonly text: string;
}

export interface Catalog {
  readonly page: {
    readonly title: string;
    /** When places were found, and when something could only not be looked at. */
    readonly found: Message;
    readonly unchecked: Message;
    /** `{date}` */
    readonly deadline: string;
    /** `{n}` */
    readonly picture: string;
    readonly text: string;
    readonly file: string;
    /** `{field}` */
    readonly field: string;
    readonly previewAlt: string;
    readonly noPreview: string;
    readonly alreadyRemoved: string;
    readonly alreadyCovered: string;
    /** `{number}`, `{total}` */
    readonly question: string;
    readonly hiddenDetails: string;
    /** Of a place in a text that a detector read through a disguise. */
    readonly disguised: string;
    /** Of a place that was read from a QR or bar code. */
    readonly inCode: string;
    /** Of a place whose colours are nearly transparent: its cut-out would show nothing. */
    readonly hiddenColour: string;
    /** Above the answers that keep a place as it is. */
    readonly keep: string;
    readonly submit: string;
    readonly delete: string;
    readonly deleteHint: string;
    readonly deleteConfirm: string;
    readonly finish: string;
    readonly accept: string;
  };
  /** One answer for all findings of a type; `{total}`, `{type}`. `all`: for those of all types. */
  readonly together: { readonly title: string; readonly all: string; readonly hint: string; readonly oneByOne: string };
  readonly types: Readonly<Record<BuiltInType, string> & { [type: CustomType]: string }>;
  /** Above the question about all that stands on a document. */
  readonly documents: Readonly<Record<DocumentKind, string>>;
  /** What a very private detail is about: the category that a finding has among its reasons (GDPR Art. 9 and 10). */
  readonly categories: Readonly<
    Record<'health' | 'religion' | 'politics' | 'union' | 'sexual-life' | 'ethnicity' | 'conviction', string>
  >;
  readonly answers: {
    readonly cover: Answer;
    readonly mask: Answer;
    readonly leaveFileOut: Answer;
    readonly leaveTextOut: Answer;
    readonly me: Answer;
    readonly mine: Answer;
    readonly aboutMe: Answer;
    readonly ours: Answer;
    readonly consent: Answer;
    readonly parentConsent: Answer;
    readonly otherBasis: Answer;
    readonly notPersonal: Answer;
    readonly notPersonalFace: Answer;
    readonly retry: Answer;
    readonly looked: Answer;
  };
  /** How places of pictures are covered. */
  readonly looks: Readonly<Record<CoverStyle | 'title' | 'hint', string>>;
  readonly bases: {
    readonly question: string;
    readonly none: string;
    readonly contract: string;
    readonly 'legal-obligation': string;
    readonly 'legitimate-interests': string;
  };
  readonly gap: {
    /** By detector; `{what}` in `title`. One that is not listed here is called as the type it finds, or else the whole is: `text`, `other`. */
    readonly title: string;
    readonly what: Readonly<Record<'face' | 'codes' | 'ocr' | 'metadata' | 'person' | 'text' | 'other', string>>;
    readonly reasons: Readonly<Record<GapReason, string>>;
  };
  readonly statuses: Readonly<Record<HoldStatus, string>>;
  readonly errors: {
    readonly title: string;
    readonly incomplete: string;
    readonly notAllowed: string;
    readonly changed: string;
    readonly statement: string;
    readonly residue: string;
    readonly uncleanable: string;
    readonly stale: string;
    readonly malformed: string;
    readonly busy: string;
    readonly other: string;
    /** Beside the field. */
    readonly chooseOne: string;
    readonly chooseAnother: string;
    readonly oneSelf: string;
    readonly tickBox: string;
  };
  readonly messages: Readonly<
    Record<
      'ready' | 'working' | 'finished' | 'answered' | 'declined' | 'deleted' | 'gone' | 'notFound' | 'failed',
      Message
    >
  >;
}

const CATALOGS: Readonly<Record<Language, Catalog>> = { en, de, fr, es, ru, ka };

/** What the host calls the types that it added. */
export type CustomLabels = readonly Pick<CustomDetectorOptions, 'type' | 'label'>[];

export function catalogFor(language: Language, labels: CustomLabels = []): Catalog {
  const catalog = CATALOGS[language];
  const custom = labels.map(({ type, label }) => [customType(type), labelIn(language, label) ?? type]);
  return { ...catalog, types: { ...catalog.types, ...Object.fromEntries(custom) } };
}

/** What people call the type; its own name where the host no longer has a label for it. */
export function typeLabel({ types }: Catalog, type: FindingType): string {
  return types[type] ?? typeName(type);
}

/** A label in another language is better than none. */
function labelIn(language: Language, label: CustomLabels[number]['label']): string | undefined {
  return typeof label === 'string' ? label : (label[language] ?? label.en ?? Object.values(label)[0]);
}

/** Puts values into the `{name}` places of a string of the catalogue. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w{1,20})\}/g, (place, name: string) => String(values[name] ?? place));
}
