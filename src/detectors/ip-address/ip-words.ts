/** Words beside four numbers or hexadecimal groups. Own lists, lower case; see `wordTest`. */
import { type ContextWords, wordTest } from '../context-words.ts';

const isAgainst = wordTest(
  `v ver vers release rel firmware fw driver update patch build rev revision section sections chapter clause article sec §
   paragraph appendix figure fig table step oid mib upgrade kernel sdk api package pkg dll assembly nuget chrome firefox safari
   edge chromium bios usb bluetooth rule item annex schema
   abschnitt kapitel absatz punkt ziffer chapitre article sección capítulo apartado artículo capitolo sezione articolo
   punt hoofdstuk rozdział punkt capítulo seção bölüm раздел глава пункт пункта п статья статьи ст розділ თავი მუხლი პუნქტი
   tel phone fax mobile тел телефон`,
  `version versión versão versie versione wersj wersi sürüm верси верси версі ვერსი aktualis actualiz обновлен оновлен прошивк
   fingerprint отпечат fingerabdr empreinte`,
);

export const IP_WORDS: ContextWords = {
  for: wordTest(
    `ip ips ipv ipaddress ipaddr ipadresse addr inet host hosts server servers client clients gateway router subnet netmask dns
     ping pinged traceroute ssh login logins logged firewall blocked banned lan wan vpn proxy peer remote listen listening bind
     origin from visitor connect connected connection adresse adresses dirección direcciones indirizzo endereço adres
     айпи адрес адреса адресу адресом адресов хост хоста клиент клиента шлюз подключение მისამართი მისამართიდან აიპი
     сервер сервера серверу адреси bağlantı adresi адресі`,
    'address ipadr rechner verbind servid serveur conexi connexi подключ з’єднан სერვერ',
  ),
  // `AssemblyVersion`, `fileversion`
  against: (word) => isAgainst(word) || word.endsWith('version'),
};
