/** Contact details that are an office's by what they are: mailboxes of a role, numbers of a service. Pure. */

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Mailboxes of an office, not of a person: RFC 2142 and the usual ones of several languages, in Latin letters. */
const ROLES: ReadonlySet<string> = wordSet(`
  info information contact contacts support help helpdesk hello hi hey office admin administrator administration postmaster hostmaster
  webmaster abuse noc security sales marketing press media pr news newsletter noreply no-reply no_reply donotreply do-not-reply mailer-daemon
  billing invoice invoices accounting accounts finance payments payment orders order shop store service services customerservice customercare
  customer-service customersupport care feedback enquiries enquiry inquiries inquiry jobs job careers career hr recruiting recruitment team mail
  privacy dpo gdpr legal compliance reception frontdesk concierge booking bookings reservations reservation tickets ticket events partners partnership
  partnerships wholesale returns refunds shipping delivery logistics api dev developers bugs notifications notification alerts updates
  unsubscribe subscribe list root www studio welcome general secretariat editor editorial redaction hotline reply membership donate
  kontakt kundenservice kundendienst bewerbung bewerbungen datenschutz buchhaltung rechnung rechnungen vertrieb verkauf einkauf bestellung
  bestellungen zentrale verwaltung presse redaktion anfrage anfragen empfang buero sekretariat termine personal werkstatt praxis post
  accueil bonjour commande commandes commercial compta comptabilite recrutement candidature candidatures secretariat communication facturation
  devis boutique magasin sav serviceclient service-client reclamations vente ventes
  contacto hola ventas soporte atencion atencioncliente pedidos reservas facturacion administracion empleo rrhh prensa tienda secretaria informacion
  contato vendas atendimento financeiro contatti assistenza vendite prenotazioni ordini amministrazione ufficio segreteria
  biuro sekretariat sprzedaz zamowienia klantenservice verkoop bestelling administratie
  zakaz zakazy zakupki prodazhi prodaji buhgalteria buh otdel podderzhka rezume kadry priemnaya reklama opt sklad pochta magazin bron
  gayidvebi shekvetebi shekveta daxmareba mxardachera ofisi kontaqti momsaxureba javshani satis destek bilgi iletisim siparis`);
/** Of `no-reply` and `do-not-reply`; alone they are initials. */
const ROLE_PARTS: ReadonlySet<string> = wordSet('no not do');
/** Countries and regions that offices are named after; names of two letters (Jo, Li, Bo, Al) are not among them. */
const REGIONS: ReadonlySet<string> = wordSet(`
  eu us uk gb de fr es it at ch nl be pl pt ru ua ge ka en se fi dk cz hu ro bg gr tr br mx ca au nz jp cn kr in sg hk za ae int hq`);
/** Hosts where anybody has a mailbox: there `hello99@` is somebody's, and only a bare role is an office's. */
const FREE_MAIL =
  /@(?:gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|aol|gmx|web|t-online|freenet|mail|bk|inbox|list|yandex|ya|rambler|proton|protonmail|orange|wanadoo|laposte|free|libero)\.(?:com|net|org|de|at|ch|fr|es|it|ru|me|co\.uk)$/;

/** `sales.eu@`, `info-berlin2@` is a name of two parts only where both are known: `info.anna@` is no role. */
export function isRoleMailbox(address: string): boolean {
  const lower = address.toLowerCase();
  const local = lower.slice(0, lower.indexOf('@')).replace(/\+.*$/, '');
  if (ROLES.has(local)) return true;
  if (FREE_MAIL.test(lower)) return false;
  if (ROLES.has(local.replace(/[._-]?\d{1,4}$/, ''))) return true;
  const parts = local.split(/[._-]/);
  const isPart = (part: string): boolean =>
    ROLES.has(part) || ROLE_PARTS.has(part) || REGIONS.has(part) || /^\d{1,4}$/.test(part);
  return parts.length > 1 && parts.some((part) => ROLES.has(part)) && parts.every(isPart);
}

/**
 * National significant numbers of free, shared-cost and company-wide services, by calling code. Sources: NANPA toll-free codes;
 * Ofcom National Telephone Numbering Plan (03, 080, 084, 087); Bundesnetzagentur (0800, 0180, 0137); ARCEP (080 to 082, 089);
 * CNMC (800, 900 to 902); Россвязь (800, 804); Georgia's Communications Commission (800, 900); ITU-T E.169.1 (+800);
 * numbering plans of IT, AT, CH, PL, PT, NL, BE, TR, UA, CZ, IE, AU as published in ITU-T Operational Bulletin.
 */
const SERVICES: Readonly<Record<string, RegExp>> = {
  1: /^8(?:00|33|44|55|66|77|88)\d{7}$/,
  7: /^80[04]\d{7}$/,
  20: /^800\d{7}$/,
  31: /^(?:800|900)\d{4,7}$/,
  32: /^800\d{5}$/,
  33: /^8(?:0[0-69]|[12]\d|9\d)\d{6}$/,
  34: /^(?:800|90[0-2])\d{6}$/,
  39: /^(?:80[03]\d{3,6}|84[078]\d{6}|199\d{6})$/,
  41: /^(?:800|84[0248])\d{6}$/,
  43: /^8(?:00|10|20|21)\d{4,8}$/,
  44: /^(?:3\d{9}|80[08]\d{6,7}|8(?:4[345]|7[0-3])\d{7})$/,
  48: /^80[01]\d{6}$/,
  49: /^(?:800\d{7,8}|180[1-7]?\d{6,8}|137\d{6,7})$/,
  61: /^1[38]00\d{6}$/,
  90: /^(?:800\d{7}|444\d{4}|850\d{7})$/,
  351: /^(?:80[08]|707)\d{6}$/,
  353: /^1(?:800|850|890)\d{6}$/,
  380: /^800\d{6}$/,
  420: /^800\d{6}$/,
  800: /^\d{8}$/,
  995: /^(?:800|900)\d{6}$/,
};
/** As dialled at home, for every country above that begins like it: no personal number begins so. */
const SERVICE_AT_HOME =
  /^(?:08(?:00\d{5,8}|0[1-9]\d{6,7}|[12]\d{7}|4[345]\d{7}|7[0-3]\d{7}|9\d{7})|0180\d{6,9}|03(?:00|3[03]|4[345]|70)\d{7}|8?80[04]\d{7}|1?8(?:00|33|44|55|66|77|88)\d{7}|(?:800|90[0-2])\d{6}|1[38]00\d{6})$/;

/** `digits` as `normaliseValue` gives them. Toll-free, shared-cost and company-wide numbers. */
export function isServiceNumber(digits: string): boolean {
  if (!digits.startsWith('+')) return SERVICE_AT_HOME.test(digits);
  return [1, 2, 3].some((length) => SERVICES[digits.slice(1, length + 1)]?.test(digits.slice(length + 1)) === true);
}
