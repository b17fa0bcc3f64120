// Sentences around names, by language, written for this project. {name} is a full name, {first} and {last} its parts; other slots are
// filled in `invent.mjs` and are no names. In Russian, Ukrainian and Georgian a slot says its case: {name:dat}.
const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll('\\n', '\n'))
    .filter((line) => line !== '');

export const CARRIERS = {
  en: lines(`
    My name is {name} and I live in {city}.
    my name is {first}, whats yours
    Hi, I'm {name} from {company}.
    Hello {first}, thanks for your order of the {product}.
    Dear {name},\\nthank you for your letter of {month} 3.
    Dear Mr. {last},\\nyour appointment is on {weekday}.
    Dear Ms {last}, we have received your application.
    Dear Dr. {last}, please find attached the report.
    Best regards,\\n{name}
    Kind regards\\n{first}
    Thanks,\\n{first} {last}\\n{company}
    {name} called me yesterday about the {product}.
    Please call {name} at the office in {city}.
    I spoke with {first} this morning.
    Can you send it to {first} and {first}?
    {first}, {first} and {first} are coming to the party.
    Invite {name}, {name} and {name} to the meeting on {weekday}.
    my neighbour {first} keeps parking in front of my house
    My wife {first} and our son {first} were there.
    My brother {name} works for {company}.
    my boss {name} told me not to come on {weekday}
    {name} was born in {city} in 1974.
    {name} (born {month} 12, 1981) is a teacher from {city}.
    The patient, {name}, was admitted on {month} 4.
    Patient: {name}
    Name: {name}
    Full name: {name}\\nCity: {city}
    First name: {first}\\nLast name: {last}
    Customer: {last}, {first}
    {last}, {first}
    {last} {first}
    Contact: {name}, {city}
    Attn: {name}
    c/o {name}
    From: {name} <user@example.com>\\nTo: {name}\\nSubject: {product}
    Cc: {name}; {name}
    {name}\\n{street}\\n{city}
    {name}, {street}, {city}
    "name": "{name}", "city": "{city}"
    {"firstName":"{first}","lastName":"{last}"}
    name,city\\n{name},{city}\\n{name},{city}
    1;{last};{first};{city}
    - {name}\\n- {name}\\n- {name}
    * {name}, {city}
    1. {name}\\n2. {name}
    [10:32] {first}: are you there?
    {first}: hey\\n{first}: hi, how is {city}?
    user {name} logged in
    Written by {name}
    Photo: {name}
    Posted by {name} on {weekday}
    Author: {name}
    Copyright 2019 {name}
    {name}'s {product} was stolen.
    This is {first}'s phone.
    {first}'s mother lives in {city}.
    I saw {first} {last} at {company} last {month}.
    {first} said she would come.
    {first} says that {last} is wrong.
    "I don't know," said {first}.
    {last} told reporters in {city} on {weekday} that it was over.
    President {last} met Prime Minister {last} in {city}.
    Judge {last} will hear the case.
    Coach {name} praised {last} after the game.
    According to {name}, head of {company}, sales went up.
    {name}, 34, of {city}, was arrested on {weekday}.
    Mr and Mrs {last} moved to {city}.
    Prof. {name} teaches at the university.
    Is {first} home?
    Where is {first}?
    Happy birthday {first}!
    happy birthday {first} love you
    Congrats {name} on the new job!
    RT love {first} {last} so much
    omg {name} is so cute
    watching {name} live in {city} tonight
    i love {first} {last}
    {first} is the best
    good night {first}
    lol {first} you are crazy
    miss you {first}
    {name} is trending again
    {name} for president
    Thank you so much {first} for this video!
    Great video {first}, greetings from {city}.
    {first} your voice is amazing
    I think {last} scored twice against {city}.
    Write a birthday poem for my friend {first}.
    Write a letter to {name} about the broken {product}.
    Write an email to my landlord {name} asking to fix the {product}.
    Make {first} look older in this photo
    Remove {first} from the picture
    a photo of my friend {name} in {city}
    a picture of {name} riding a bike
    Summarize the CV of {name} for {company}.
    Tell {first} I said hi
    ask {first} whether {weekday} works
    meeting with {name} at 10:30, {company}
    Lunch w/ {first} on {weekday}
    Hey {first}
    hi {first}, can you review this?
    {initial}. {last}
    {first} {initial}. {last} signed the contract.
    {initial}. {initial}. {last} et al.
    Sincerely,\\n{first} {initial}. {last}
    Your cardholder name is {name}.
    The account belongs to {name} and was opened in {city}.
    Deliver the {product} to {name}, {street}, {city}.
    Her husband {name} died in {month}.
    She married {name} in 1998.
    {name} and {name} got married in {city}.
    Signed, {name}
    Interview with {name}
    Who is {name}?
    Do you know {name}?
    {name} was late again, which {first} hated.
    sir {name}, captain {last} and sergeant {last}
    Nurse {last} and Uncle {first} waited.
    Mrs. {name} ordered two of the {product}.
    Miss {first} {last} of {street}
    {name}\n{date}\nTo: {name}\ncc:\nSubject: Re: {product}
    ---- Forwarded by {name} on {date} ----
    From: {last}, {first}\nSent: {weekday}, {date}\nTo: {last}, {first}; {last}, {first}
    On {weekday}, {name} wrote:\n> {first}, see below
    {first} -\nplease take a look.\nThanks. {first}
    {first},\n\nAttached is the file for {company}.\n\n{first}
    {first} and I will be in {city} on {weekday}; {first} cannot come.
    I talked to {first} about it and he agrees with {first}.
    Let me know if {first} or {first} has questions.
    {first} asked me to forward this to you. Call {first} at 555-0142.
    Per {first}'s request, here is the list for {last}.
    thanks {first} for the info
    I have copied {first} {last} and {first} {last} on this note.
    Dr. {last} and his staff were wonderful. Ask for {first}!
    {first} at the front desk was rude, but {first} fixed my {product}.
    Went to see {name}, DDS, in {city}. Highly recommended.
    {first} did a great job on our kitchen, thank you {first}!
    If you need a lawyer in {city}, call {name}.
    The owner, {first}, is friendly and the food is great.
    I was blown away by {name} and the team at {company}.
    {last} said in a statement that the talks had failed.
    Senator {name} and Governor {last} disagree on the budget.
    {name}, the former minister, died in {city} on {weekday}.
    Critics say {last}'s plan will not work.
    Unlike {last}, {name} never apologised.
    {last} was replaced by {last} in {month}.
    The {last} government and its allies lost the vote.
    the {last} family of {city}
    the {last} brothers
    the latest {last} novel
    early {last} is better than late {last}
    A film directed by {name} and starring {name}
    starring {name}, {name} and {last}
    a song by {name} from 1987, not by {last}
    lyrics: {name}; music: {name}
    {name} wrote the book with {name}.
    {last} and {last} were engineers before that.
    our founders: {last}, {last} and {last}
    They had five children: {first}, {first}, {first}, {first} and {first}.
    {first}, {first}, {first}, {first}, and {first} passed the exam.
    There are four of us: {first}, {first}, {first} and me.
    {first} had given {first} his keys.
    {first} laughed. "Come here," {first} told {first}.
    "Are you sure?" asked {first}.
    {first} looked at {first} and smiled.
    said {first} to {first}
    Don't go, {first}!
    Stop it, {first}.
    No, {first}, that is not what I meant.
    Why is {first} so quiet?
    Did {first} ever find the {product}?
    I'm so jealous of {first}
    {first} is taller than {first}.
    {first} hates {weekday}s.
    a tribute to {name}
    R.I.P. {name}
    In memory of {name}, 1941-2009
    dedicated to my grandmother {first}
    As {name} points out, it is too late.
    commenter {name} says otherwise
    according to {last} et al. (2011)
    ({last}, 2004; {last} and {last}, 2010)
    {last} scored in the 34th minute and {last} equalised.
    {name} beat {name} 6-4, 7-5
    {last} to {last}, and it is a goal!
    {name} signed a contract with {city} United.
    Add {name} as a beneficiary of my account.
    I want to change the name on my card from {name} to {name}.
    Please correct it to {name}.
    Hello, this is {name}. Who is speaking?
    This is Mr. {name} from {company}.
    hello this is {first} {last} calling about the {product}
    Mr. {last} is a 50 year old man from {city} with a cough.
    Mrs. {last} presented with pain; seen by Dr. {last}.
    {name}, MD
    Reviewed-by: {name} <reviewer@example.org>
    @author {name}
    Assignee: {name}\nReporter: {name}
    {name} // {street} // {city}
    {name} | {company} | {city}
    {name} - {company}
    {last} {first}, {street}, {city}
    Mayor {name} opened the {place} in {city}.
    King {first} and Queen {first} of {country}
    St. {city} is nice, said {first}.
    His parents, {first} and {first} {last}, live in {city}.
    {first} & {first} {last}
    {first} "Buddy" {last} played the guitar.
    {first} {last}, Jr., and {first} {last} III
    al-{last} and {name} were seen in {city}.
    Today {name} turns forty.
    can someone tell {first} to stop
    {first} pls come back
    ur the best {first}!!
    hes with {first} {last} rn
    me and {first} at {city}
    why is {name} even famous
    who else came here because of {first}?
    {last} deserves better
    team {first} all the way
    {first} > {first}
    {name} sings this better than {name}
    this reminds me of {name}
    rip {name}
    {last} resigned in {month} after the report.
    {last} denied it, and {last} did not comment.
    {last} has also written about {country}.
    {last} finished the season with 12 goals.
    {last} was born in {city} and studied law.
    {last} married {first} {last} in 1921.
    {last} then moved to {city}, where {last} taught music.
    {last} died in 1874.
    {last}'s father was a baker in {city}.
    {last}'s first book sold badly.
    {last}'s lawyers asked for more time.
    In 1987 {last} left the company.
    On {month} 3, {last} won again.
    Later {last} became a judge in {city}.
    At first {last} refused.
    When {last} came back, {last} was gone.
    Although {last} agreed, the others did not.
    They asked {last} to write another story.
    The work of {last} was forgotten for years.
    a letter from {last} to {last}
    He worked with {last} at the university.
    The house was built for {last} by {last}.
    Both {last} and {last} voted against it.
    with {last} on drums and {last} on bass
    In May, {last} announced a tour.
    Does anyone believe what {last} says?
    I do not trust {last} or {last}.
    {last} is right about this, {last} is not.
    Vote {last}!
    {last} lied to all of us
    Ask for {first} at the counter, she is great.
    {first} was our waiter and took care of everything.
    {first} helped me pick a {product}.
    {first} and his crew fixed the roof in a day.
    I called and spoke to {first}, who was very kind.
    {first} cut my hair and I love it.
    {first}, thanks for the call today.
    {first}, please see the message from {first} below.
    {first}/{first},\\nany news on this?
    {first}: can you check the numbers?
    I will ask {first} to send it on {weekday}.
    I got this from {first}.
    Did you talk to {first} or to {last}?
    Regards, {first}
    {first}\\n{company}\\n555-0142
    Owner {name} has run the shop since 1998.
    Guitarist {name} and singer {first} {last} met in {city}.
    Author {name} lives in {city}.
    Words. {name} wrote them.
    Best regards,\\n{first}
    Best,\\n{first}
    All the best,\\n{first}
    Warm regards\\n{first} {last}
    Cheers,\\n{first}
    See you on {weekday},\\n{first}
    Hello. {first} here.
    {first} wanted to know more.
    My cat is called {first}.
  `),
  de: lines(`
    Mein Name ist {name} und ich wohne in {city}.
    Ich heiße {first}.
    Sehr geehrter Herr {last},\\nvielen Dank für Ihre Bestellung.
    Sehr geehrte Frau {last}, anbei die Rechnung.
    Sehr geehrte Frau Dr. {last}, anbei der Bericht.
    Lieber {first}, liebe {first},
    Hallo {first}, kommst du am Montag?
    Mit freundlichen Grüßen\\n{name}
    Viele Grüße\\n{first}
    Meine Nachbarin {name} hat angerufen.
    Mein Bruder {first} arbeitet bei {company}.
    {name} wurde in {city} geboren.
    Bitte rufen Sie {name} zurück.
    Gestern traf ich {first} im Park.
    Das Haus von {name} steht in {city}.
    Patient: {name}, geboren 1970
    Name: {last}, Vorname: {first}
    Herr {name} und Frau {name} wohnen in {city}.
    {name} sagte am Dienstag, die Sache sei erledigt.
    Die Lehrerin {name} unterrichtet Mathematik.
    {name}\\n{street} 12\\n{city}
    Schreib eine E-Mail an {name} wegen der Heizung.
    Der Vertrag mit {name} endet im Dezember.
    frag mal {first} ob sie zeit hat
    {last} trat im März zurück.
    Laut {last} ist der Plan gescheitert.
    Das sagte {last} am Montag in {city}.
    Später zog {last} nach {city}.
    {first} kommt morgen, {first} nicht.
    Inhaberin {name} führt das Geschäft seit 1998.
    Herr {last} hat angerufen und bittet um Rückruf.
    Gruß, {first}
  `),
  fr: lines(`
    Je m'appelle {name} et j'habite à {city}.
    Bonjour {first}, merci pour ta lettre.
    Cher {first}, chère {first},
    Chère Madame {last},\\nje vous remercie.
    Monsieur {name} habite {city}.
    M. {last} et Mme {last} sont arrivés.
    Cordialement,\\n{name}
    Bisous\\n{first}
    Ma voisine {name} a appelé hier.
    Mon frère {first} travaille chez {company}.
    {name} est né à {city} en 1965.
    J'ai rencontré {name} au marché.
    Appelle {first} demain matin.
    Selon {name}, le projet est terminé.
    Nom : {last}\\nPrénom : {first}
    Le docteur {last} vous attend.
    La lettre d'{first} est arrivée.
    Écris un message à {name} pour son anniversaire.
    {name}, 12 rue de la Gare, {city}
    tu connais {first} ? c'est ma cousine
    {last} a démissionné en mai.
    Selon {last}, le projet est terminé.
    {first} arrive demain avec {first}.
    La gérante, {name}, ouvre la boutique à neuf heures.
    En 1998, {last} quitte {city}.
  `),
  es: lines(`
    Me llamo {name} y vivo en {city}.
    Hola {first}, ¿cómo estás?
    Estimado señor {last},\\nle escribo por la factura.
    Estimada Sra. {last}, adjunto el informe.
    Querida {first}:
    Un saludo,\\n{name}
    Mi vecina {name} llamó ayer.
    Mi hermano {first} trabaja en {company}.
    {name} nació en {city} en 1970.
    Ayer vi a {first} en el parque.
    ¿Conoces a {name}?
    Llama a {name} mañana.
    El doctor {last} y la doctora {last} están aquí.
    Don {first} y doña {first} viven en {city}.
    Nombre: {first}\\nApellidos: {last} {last}
    Según {name}, todo está listo.
    Escribe un correo a {name} sobre el alquiler.
    {name}, calle Mayor 3, {city}
    feliz cumpleaños {first}
    {last} dimitió en mayo.
    Según {last}, el plan fracasó.
    {first} llega mañana con {first}.
    La dueña, {name}, abre la tienda a las nueve.
    En 1998 {last} dejó {city}.
  `),
  it: lines(`
    Mi chiamo {name} e vivo a {city}.
    Ciao {first}, come stai?
    Gentile signor {last}, la ringrazio.
    Cordiali saluti,\\n{name}
    La mia vicina {name} ha chiamato ieri.
    {name} è nato a {city} nel 1970.
    Il dottor {last} arriva domani.
    Ho visto {first} al mercato.
    Scrivi una lettera a {name}.
    Nome: {name}
  `),
  pt: lines(`
    Meu nome é {name} e moro em {city}.
    Olá {first}, tudo bem?
    Caro senhor {last}, obrigado.
    Atenciosamente,\\n{name}
    Minha vizinha {name} ligou ontem.
    O meu irmão {first} trabalha na {company}.
    {name} nasceu em {city} em 1970.
    A dona {first} chegou.
    Nome completo: {name}
    Escreva um e-mail para {name}.
  `),
  nl: lines(`
    Mijn naam is {name} en ik woon in {city}.
    Hallo {first}, hoe gaat het?
    Geachte heer {last},\\nhartelijk dank.
    Geachte mevrouw {last},
    Met vriendelijke groet,\\n{name}
    Mijn buurvrouw {name} belde gisteren.
    {name} werd geboren in {city}.
    Ik sprak met {first} over het huis.
    Naam: {name}
  `),
  pl: lines(`
    Nazywam się {name} i mieszkam w {city}.
    Cześć {first}, co słychać?
    Szanowny Panie {last},
    Pan {name} i pani {name} przyszli.
    Pozdrawiam,\\n{name}
    Moja sąsiadka {name} dzwoniła wczoraj.
    {name} urodził się w 1970 roku.
    Imię i nazwisko: {name}
  `),
  sv: lines(`
    Jag heter {name} och bor i {city}.
    Hej {first}, hur mår du?
    Med vänliga hälsningar,\\n{name}
    Min granne {name} ringde igår.
    {name} föddes i {city}.
    Namn: {name}
  `),
  tr: lines(`
    Benim adım {name}, {city} şehrinde yaşıyorum.
    Merhaba {first}, nasılsın?
    Sayın {last}, teşekkür ederiz.
    Komşum {name} dün aradı.
    Saygılarımla,\\n{name}
    {first} Bey ve {first} Hanım geldi.
    Ad Soyad: {name}
  `),
  ru: lines(`
    Меня зовут {name}, я живу в Москве.
    Моего соседа зовут {name}.
    Мой сосед {name} опять шумит.
    Моя подруга {name} работает в школе.
    Позвони {name:dat} завтра утром.
    Передай привет {first:dat}.
    Передайте {name:dat}, что встреча в пятницу.
    Я вчера видел {name:gen} на рынке.
    Мы говорили с {name:ins} о проекте.
    с {first:ins} мы знакомы давно
    Расскажи мне о {name:pre}.
    Это телефон {name:gen}.
    День рождения {first:gen} в субботу.
    Напиши письмо {name:dat} о ремонте.
    Напиши поздравление для {first:gen}.
    Уважаемый {name}, добрый день!
    Уважаемая {name}!
    Привет, {first}! Как дела?
    {first}, ты где?
    С уважением,\\n{name}
    Пациент: {name}
    ФИО: {last} {first}
    Фамилия: {last}\\nИмя: {first}
    Директор компании {name} заявил, что сделка закрыта.
    Президент {last} встретился с премьером {last:ins} в Москве.
    По словам {name:gen}, всё готово.
    {name} родился в Самаре в 1975 году.
    Доктор {last} принимает по вторникам.
    Г-н {last} и г-жа {last} приехали вчера.
    Фото моей дочери {first:gen} на море.
    Спроси у {first:gen}, придёт ли она.
    мама {first:gen} звонила
    Вместе с {name:ins} пришли {name} и {name}.
    {initial}. {initial}. {last} подписал договор.
    {last} {initial}.{initial}.
    Книгу {last:gen} я уже читал.
    Сказал {last} журналистам.
    Где {first}?
    Кому: {name:dat}\\nОт кого: {name}
    {name}, ул. Ленина, 12
    Договор с {name:ins} подписан в мае.
    Вчера {first} и {first} ездили в Тулу.
    Мой муж {first} и сын {first} дома.
    Напомни {name:dat} про отчёт.
    Документы подписала {name} из бухгалтерии.
    Это машина {name:gen}, он её забыл.
    Мы ждём {name:gen} у входа.
    Поздравь {name:gen} с юбилеем.
    Кто такой {name}?
    Судья {last} отложил заседание.
    Учитель {first} {last} заболел.
    Дядя {first} и тётя {first} приедут завтра.
    Квартиру сдаёт {name}.
    На фото {name} и {name}.
    Напиши стихи для моей подруги {first:gen}.
    Удали {first:gen} с фотографии
    {last} {first}, 1980 года рождения
    спроси {first:gen} когда придёт
    {first} написала мне вчера
    {first} сказал, что {first} не придёт
  `),
  uk: lines(`
    Мене звати {name}, я живу у Львові.
    Моя сусідка {name} дзвонила вчора.
    Привіт, {first}! Як справи?
    Шановний {name}, добрий день!
    З повагою,\\n{name}
    Пацієнт: {name}
    {name} народився у Києві.
    Зателефонуй {first:dat} завтра.
    Прізвище та ім'я: {last} {first}
    Пан {last} приїхав учора.
  `),
  ka: lines(`
    ჩემი მეზობელი {name} ხმაურობს.
    ჩემი სახელია {name}.
    მე მქვია {first}.
    გამარჯობა, {first}, როგორ ხარ?
    გამარჯობა {first}
    დაურეკე {name:dat} ხვალ დილით.
    {name:dat} დაბადების დღე აქვს.
    გუშინ {name:dat} შევხვდი ბაზარში.
    {name:erg} თქვა, რომ არ მოვა.
    {first:erg} დამირეკა საღამოს.
    {name:gen} ტელეფონი დაიკარგა.
    ეს {first:gen} სახლია.
    {first:with} ერთად წავედით თბილისში.
    {name:with} მქონდა შეხვედრა.
    წერილი მიწერე {name:dat} ქირის შესახებ.
    ბატონი {name} ხვალ ჩამოვა.
    ქალბატონო {first}, გმადლობთ.
    ექიმი {last} ორშაბათს იღებს პაციენტებს.
    პაციენტი: {name}
    სახელი: {first}\\nგვარი: {last}
    სახელი და გვარი: {name}
    პატივისცემით,\\n{name}
    ჩემი და {first} სკოლაში მუშაობს.
    ჩემი ძმა {name} ბათუმში ცხოვრობს.
    ჩემი მეგობრები {first} და {first} მოვიდნენ.
    სად არის {first}?
    {first}, სად ხარ?
    პრეზიდენტი {last} თბილისში იმყოფება.
    მინისტრმა {name:erg} განაცხადა, რომ საქმე დასრულდა.
    კომპანიის დირექტორი {name} თანახმაა.
    გაუგზავნე ფოტო {first:dat}.
    {name} დაიბადა ქუთაისში.
    ავტორი: {name}
    გილოცავ {first}!
    მოსამართლე {last} საქმეს განიხილავს.
    {name}, რუსთაველის გამზირი 12
    {first:gen} დედა მასწავლებელია.
    გუშინ {first} და {first} კინოში იყვნენ.
    ხელშეკრულება {name:with} გაფორმდა.
    {name} ჩვენი თანამშრომელია.
    დღეს {name} ავად არის.
    ხვალ {name:dat} ვნახავ უნივერსიტეტთან.
    სახლი {name:erg} იყიდა.
    მანქანა {name:erg} წაიყვანა გუშინ.
    ეს {name:gen} წიგნია.
    მომიყევი {name:gen} შესახებ.
    {name:gen} ნომერი გამომიგზავნე.
    მე ვარ {name}.
    ჩემს დას {first} ჰქვია.
    ჩემს მეგობარს {name} ჰქვია.
    მადლობა, {first}!
    {first} გუშინ არ მოსულა.
    {first} ხვალ ჩამოვა, {first} კი დარჩება.
    ფოტოზე {name} და {name} ჩანან.
    ექიმმა {name:erg} წამალი გამომიწერა.
    მასწავლებელი {name} კლასშია.
    {name}, დაბადებული 1975 წელს
    ხელს აწერს {name}.
    ბინის მფლობელი: {name}
    მყიდველი {name}, თბილისი
    დაწერე მილოცვა {first:gen} დაბადების დღისთვის
    ბიძაჩემი {first} და დეიდაჩემი {first} ქუთაისში არიან.
    ბატონ {name:with} შეხვედრა გვაქვს.
    წაშალე {first} სურათიდან
    ჰკითხე {first:dat}, მოვა თუ არა.
    ვინ არის {name}?
    იცნობ {name:dat}?
    გამარჯობა ბატონო {first}
    {georgian} {georgian} {name:dat} {georgian} {georgian}.
    {georgian} {name:erg} {georgian} {georgian} {georgian}.
    {name} {georgian} {georgian} {georgian}.
    {georgian} {georgian} {georgian}, {name}.
    {georgian} {name:gen} {georgian} {georgian}.
    {georgian} {georgian} {georgian} {name:for}.
    {georgian} {georgian} {first:dat} {georgian} {georgian} {georgian}.
    {first:erg} {georgian} {georgian} {georgian} {georgian}.
    {georgian} {georgian}, {first}, {georgian} {georgian}?
    {georgian} {first} და {first} {georgian} {georgian}.
    {name:gen} {georgian} {georgian} {georgian}.
    {georgian} {georgian} {name:on} {georgian}.
    {georgian} {last:erg} {georgian} {georgian}.
    ხვალ {name:dat} დავურეკავ
    {name:dat} შევხვდით კინოში
    გუშინ {name:dat} ველაპარაკე
    დილით {name:dat} მივწერე წერილი
    {name:dat} ვიცნობ სკოლიდან
    {name:dat} ვუთხარი, რომ გვიან მოვალ
    {first:dat} შევხვდი და ყავა დავლიეთ
    საღამოს {name} გვესტუმრა
    {name} დაგვეხმარა
  `),
  ar: lines(`
    اسمي {name} وأعيش في المدينة.
    جاري {name} اتصل أمس.
    السيد {name} والسيدة {name}
    مرحبا {first}
    اكتب رسالة إلى {name}
  `),
  he: lines(`
    שמי {name} ואני גר בעיר.
    השכן שלי {name} התקשר אתמול.
    שלום {first}
    מר {name} וגברת {name}
  `),
};
