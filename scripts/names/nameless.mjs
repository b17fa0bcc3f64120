// Text without names, written for this project: prompts for pictures, tasks for an assistant, shops, logs, chat. Words in braces are slots.
const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim().replaceAll('\\n', '\n'))
    .filter((line) => line !== '');
const words = (text) => text.trim().split(/\s*,\s*/);

export const SLOTS = {
  being:
    words(`cat, dog, panda, robot, astronaut, knight, wizard, dragon, fox, owl, teddy bear, elephant, golden retriever, Shiba Inu, Siberian husky,
    corgi, T-Rex, mermaid, samurai, cowboy, Viking, Roman emperor, old man, young woman, little girl, chef, farmer, raccoon, koala, kangaroo, Bengal tiger,
    Persian cat, unicorn, squirrel, beaver, Egyptian queen, Saint Bernard, German shepherd, Boston terrier, tree frog, hedgehog, penguin, Zombie, princess`),
  thing:
    words(`car, castle, teapot, skateboard, guitar, cup of coffee, bicycle, spaceship, Lego set, Polaroid, Rolex watch, Ferrari, Porsche 911,
    Ford Mustang, Jeep Wrangler, Harley Davidson, Christmas tree, Easter egg, Rubik's Cube, Eames chair, Fender Stratocaster, Tesla coil, MacBook, iPhone,
    Bloody Mary, French press, Jack Daniels bottle, Big Mac, Caesar salad, Swiss army knife, Martini glass, Ming vase, Faraday cage, bunsen burner`),
  place:
    words(`forest, beach, desert, Times Square, Grand Canyon, Golden Gate Bridge, Mount Rainier, Mount Everest, Eiffel Tower, Notre Dame, Big Ben,
    Tower Bridge, Great Wall, Taj Mahal, Red Square, Central Park, Venice Beach, Mars, the Moon, Saturn, outer space, San Francisco, Sydney Opera House,
    New York City, Tbilisi, Santorini, Machu Picchu, Saint Petersburg, Lake Como, Stonehenge, Mount Rushmore, Lincoln Memorial, Victoria Falls, Hyde Park`),
  style:
    words(`oil painting, watercolor, pencil sketch, pixel art, low poly, Art Deco, Baroque, Renaissance, Ukiyo-e, Pop Art, Cubism, Impressionism,
    Bauhaus, Gothic, Studio Ghibli, anime, Pixar, Disney, Unreal Engine, Octane render, ArtStation, steampunk, cyberpunk, vaporwave, Art Nouveau,
    Minecraft, Dungeons and Dragons, Star Wars, Lord of the Rings, National Geographic photo, Kodak Portra 400, Victorian, Surrealism, claymation`),
  quality:
    words(`8k, 4K, highly detailed, trending on ArtStation, 35mm, f/1.8, bokeh, Canon EOS R5, Nikon D850, Leica M11, Hasselblad, Sigma 85mm, cinematic lighting,
    golden hour, Ultra HD, HDR, --ar 16:9, --v 5, Rembrandt lighting, Dutch angle, sharp focus, wide angle, DSLR, soft light, Fujifilm X-T4, Sony Alpha`),
  verb: words(
    `riding, eating, painting, holding, flying over, sitting on, standing next to, running from, dancing with, looking at, jumping over`,
  ),
  work: words(`Mona Lisa, Starry Night, The Scream, Last Supper, Statue of Liberty, Harry Potter, Game of Thrones, The Great Gatsby, Anna Karenina, Romeo and Juliet,
    Hamlet, Jane Eyre, Don Quixote, Star Trek, Super Mario, Mickey Mouse, Robin Hood, Sherlock Holmes, Rosetta Stone, Venus de Milo, Girl with a Pearl Earring`),
  brand:
    words(`Samsung, Nike, Adidas, Louis Vuitton, Hugo Boss, Calvin Klein, Tommy Hilfiger, Ralph Lauren, Johnson & Johnson, Mercedes-Benz, Mercedes, Harley-Davidson,
    Dell, Levi's, Wendy's, McDonald's, Morgan Stanley, JP Morgan, Goldman Sachs, Ben & Jerry's, Jack Daniel's, Johnnie Walker, Jim Beam, Philips, Siemens, Bosch, Ford,
    Christian Dior, Estée Lauder, Max Mara, Victoria's Secret, Tiffany, Cartier, Casio, Lenovo, Sony, Honda, Chevrolet, Google, Amazon, Alexa, Siri, Cortana,
    John Deere, Hewlett-Packard, Ben Sherman, Paul Smith, Ted Baker, Steve Madden, Michael Kors, Kate Spade, Betty Crocker, Dr Pepper, Papa John's, Trader Joe's, Wells Fargo,
    Charles Schwab, Ernst & Young, Marks & Spencer, John Lewis, Sam's Club, Macy's, Dillard's, Dyson, Tesla, Jimmy Choo, Yves Saint Laurent, Giorgio Armani, Dolce & Gabbana,
    Carolina Herrera, Oscar de la Renta, Vera Wang, Prada, Gucci, Black & Decker, Procter & Gamble, Rolls-Royce, Aston Martin, Alfa Romeo, Harper Collins, Merrill Lynch`),
  /** Everyday Georgian words in several cases, for sentences without sense. */
  georgian:
    words(`სახლი, სახლში, სახლიდან, ქალაქი, ქალაქში, ქუჩა, ქუჩაზე, გზა, გზაზე, მანქანა, მანქანით, ავტობუსი, მატარებელი, თვითმფრინავი, სადგური, სკოლა, სკოლაში,
    უნივერსიტეტი, წიგნი, წიგნის, რვეული, კალამი, მაგიდა, მაგიდაზე, სკამი, ფანჯარა, კარი, კარს, ოთახი, სამზარეულო, საწოლი, ტელეფონი, ტელეფონს, კომპიუტერი, ინტერნეტი,
    საიტი, გვერდი, წერილი, წერილს, შეტყობინება, ნომერი, მისამართი, სახელი, გვარი, თარიღი, დრო, დროს, წუთი, საათი, დღე, დღეს, ხვალ, გუშინ, დილა, დილით, საღამო, საღამოს, ღამე,
    კვირა, თვე, წელი, წელს, ზამთარი, გაზაფხული, ზაფხული, შემოდგომა, წვიმა, თოვლი, მზე, მთვარე, ვარსკვლავი, ცა, ზღვა, ზღვაზე, მდინარე, ტბა, მთა, მთაში, ტყე, ხე, ყვავილი, ბალახი,
    ძაღლი, კატა, ცხენი, ძროხა, ჩიტი, თევზი, დათვი, მგელი, ადამიანი, ადამიანები, ხალხი, კაცი, ქალი, ბიჭი, გოგო, ბავშვი, ბავშვები, დედა, მამა, ძმა, და, ბებია, ბაბუა, შვილი, ოჯახი,
    მეგობარი, მეგობრები, მეზობელი, მასწავლებელი, ექიმი, მძღოლი, დირექტორი, თანამშრომელი, მომხმარებელი, კლიენტი, კომპანია, ბანკი, ბაზარი, მაღაზია, მაღაზიაში, ფასი, ფული, ლარი,
    სამუშაო, სამსახური, პროექტი, გეგმა, შეხვედრა, კითხვა, პასუხი, პრობლემა, აზრი, სიტყვა, ენა, ქართული, ინგლისური, რუსული, ფერი, წითელი, თეთრი, შავი, მწვანე, ლურჯი, დიდი, პატარა,
    ახალი, ძველი, კარგი, ცუდი, ლამაზი, ძვირი, იაფი, ცხელი, ცივი, გრძელი, მოკლე, მაღალი, სწრაფი, მარტივი, რთული, საინტერესო, მნიშვნელოვანი, არის, იყო, იქნება, აქვს, მინდა, უნდა,
    შეიძლება, მიყვარს, ვიცი, ვფიქრობ, ვხედავ, მივდივარ, მოვდივარ, წავიდა, მოვიდა, გააკეთა, დაწერა, თქვა, ნახა, იყიდა, გაყიდა, მუშაობს, ცხოვრობს, სწავლობს, თამაშობს, იწყება, მთავრდება,
    და, ან, მაგრამ, რომ, თუ, როცა, სად, რა, ვინ, როგორ, რატომ, ეს, ის, მე, შენ, ჩვენ, თქვენ, ისინი, ჩემი, შენი, მისი, ჩვენი, აქ, იქ, ახლა, მერე, ძალიან, ცოტა, ბევრი, ყველა, ერთი, ორი,
    სამი, ოთხი, ხუთი, ათი, პირველი, მეორე, არა, კი, დიახ, გთხოვთ, მადლობა, პური, წყალი, ყავა, ჩაი, ღვინო, ყველი, ხილი, ვაშლი, ყურძენი, ხორცი, საჭმელი, სადილი, სურათი, ფოტო, ფილმი,
    სიმღერა, მუსიკა, თამაში, ბურთი, გუნდი, კანონი, მთავრობა, პარლამენტი, პრეზიდენტი, მინისტრი, ქვეყანა, საქართველო, საქართველოს, თბილისი, თბილისში, ბათუმი, ქუთაისი, რუსთავი, ევროპა`),
  arabic: words(
    'البيت, المدينة, السيارة, اليوم, غدا, صباح, مساء, الماء, القهوة, كتاب, رسالة, رقم, الهاتف, السوق, المدرسة, العمل, كبير, صغير, جديد, جميل, في, من, على, إلى, هذا, هذه',
  ),
  hebrew: words(
    'הבית, העיר, המכונית, היום, מחר, בוקר, ערב, מים, קפה, ספר, מכתב, מספר, טלפון, שוק, עבודה, גדול, קטן, חדש, יפה, של, על, את, זה, זאת, אני',
  ),
  month: words('January, February, March, April, May, June, July, August, September, October, November, December'),
  weekday: words('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday'),
};

export const NAMELESS = lines(`
  Bäckerei {last}, frisches Brot ab sechs Uhr
  Willkommen bei Malermeister {last} in {city}
  Autohaus {last}: Gebrauchtwagen und Service
  Gasthof {last}, Zimmer ab 60 Euro
  Café {first} hat wieder geöffnet
  Blumen {last}, Sträuße für jeden Anlass
  Boulangerie {last}, pain frais tous les jours
  Chez {first}, cuisine du marché, menu à 18 euros
  Garage {last}, révision et pneus à {city}
  Librairie {last} à {city}
  Panadería {last}, abierta de siete a dos
  Restaurante {first}, menú del día a 12 euros
  Taller {last}: frenos, aceite y ruedas
  Trattoria da {first}, cucina di mare
  Pasticceria {last} a {city}
  Piekarnia {last}, świeży chleb od szóstej
  Kwiaciarnia {first} zaprasza na zakupy
  {last}'s Bakery opens at seven
  {last} & Sons, plumbing and heating
  {first}'s Flowers, bouquets from 15 dollars
  The {last} Arms serves lunch until three
  Café {first}, breakfast all day
  Салон «{first}» открыт до восьми
  Кафе «{first}» приглашает на обед
  Komm vorbei und probier unseren Kuchen.
  Schöne Räder, faire Preise, schneller Service.
  Frische Eier vom Hof, jeden Samstag auf dem Markt.
  Sommerkleider, Hosen und Jacken stark reduziert
  Unser Laden ist am Montag geschlossen.
  Jede Woche neue Ware im Regal
  Kostenlose Beratung, Termin nach Absprache
  Dieser Kurs beginnt im Herbst und kostet nichts.
  Wer mag, bringt Salat und Getränke mit.
  Leider fällt das Training heute aus.
  Vielleicht regnet es am Abend.
  Rote Schuhe, Größe 38, kaum getragen
  Handgemachte Seife aus Olivenöl
  Suche Wohnung mit Balkon und Keller
  Venez goûter nos gâteaux faits maison.
  Vélos neufs et occasion, réparation en une heure
  Profitez de nos offres de printemps.
  Chaque samedi, marché aux légumes sur la place
  Notre atelier propose des cours de poterie.
  Livraison gratuite dès 30 euros d'achat
  Belle lumière, parquet ancien, deux chambres
  Savons, bougies et parfums de Provence
  Peut-être qu'il pleuvra demain soir.
  Réservez votre table avant vendredi.
  Ven a probar nuestros pasteles caseros.
  Bicicletas nuevas y usadas, reparación en una hora
  Aprovecha nuestras ofertas de verano.
  Cada sábado, mercado de verduras en la plaza
  Nuestro taller ofrece clases de cerámica.
  Envío gratis a partir de 30 euros
  Piso luminoso, dos habitaciones y terraza
  Jabones, velas y perfumes naturales
  Quizás llueva mañana por la noche.
  Reserva tu mesa antes del viernes.
  Vieni a provare i nostri dolci fatti in casa.
  Biciclette nuove e usate, riparazioni in un'ora
  Ogni sabato mercato in piazza
  Spedizione gratuita sopra i 30 euro
  Appartamento luminoso, due camere e terrazzo
  Forse domani sera pioverà.
  Prenota il tuo tavolo entro venerdì.
  Saponi, candele e profumi naturali
  Zapraszamy na domowe ciasta i kawę.
  Rowery nowe i używane, naprawa w godzinę
  Każda sobota to targ na rynku.
  Darmowa dostawa od stu złotych
  Jasne mieszkanie, dwa pokoje i balkon
  Może jutro wieczorem spadnie deszcz.
  Zarezerwuj stolik do piątku.
  Mydła, świece i zapachy do domu
  a bottle of {brand} next to a {thing}, {style}
  a scene from {work}, {style}, {quality}
  {work} but every character is a {being}
  a {being} dressed as {work}, {quality}
  the {place} painted as a {style}
  A {being} named after a {thing}
  {brand} logo made of {thing} parts
  a {being} {verb} a {thing}
  a photo of a {being} {verb} a {thing} in {place}
  A {being} {verb} a {thing}, {style}, {quality}, {quality}
  a portrait of a {being} wearing a hat, {style}
  A portrait of an astronaut riding a horse, {quality}
  {style} of a {being} in {place}
  {style} painting of {place} at night
  a {being} and a {being} in front of the {place}
  The {place} in {month}, {style}
  a map of {city} in the style of {style}
  the word START written on a {thing}
  the words KEEP OFF THE GRASS on a {thing}
  a sign that says "Welcome Friends"
  a {thing} made of glass, {quality}, {quality}
  A storefront with Hello World written on it
  Logo for {company}, minimalist, {style}
  a view of {place} from {city}
  {place} with a {being} on top
  The {work} in {style}
  a statue of a {being} in {place}
  a {brand} {thing} parked near {place}
  close-up of a {being} with a {thing}, {quality}
  an illustration for {work}
  The flag of {country} on the {place}
  Downtown {city} at sunrise. {style}.
  New {brand} {product}, only 19.99 today
  {product} by {brand}, size M, color Navy
  {brand} {product} Pro Max 256 GB, Midnight
  Buy 2 get 1 free on every {product} until {month} 31
  Our {product} is made of {material} and ships to {country}.
  Reviews of the {product}: great value, fast delivery
  Order no. 100234 was shipped to {city} on {weekday}.
  Your {product} has left our warehouse in {city}.
  {company} opened a new office in {city}.
  {company} hires engineers in {city}, {country}
  Shares of {company} fell on {weekday}.
  The University of {city} offers courses in {month}.
  {city} University, Faculty of Medicine
  Flights from {city} to {city} on {weekday}
  The train from {city} to {city} is late again
  Weather in {city}: sunny on {weekday}
  Turn left at {street} and drive to {city}.
  {street} {number}, {city}
  Hotel {last} in {city} has a pool.
  {last} Street is closed for repairs
  The {last} Bridge in {city} is closed.
  {last} Hospital, {city}
  {last} & Sons Ltd
  {last} GmbH
  {last} Inc. reported profits.
  {last} and {last} LLC, {city}
  the {last} Institute in {city}
  {last} Avenue
  Rue {last} 12
  St. {first} Church, {city}
  Lake {last} is frozen.
  {city} beat {city} 3-1 on {weekday}
  {city} United vs {city} City, {weekday} 20:00
  I love {city} in {month}
  Greetings from {country}!
  Happy New Year everyone!
  Good morning everyone, have a great {weekday}
  Dear Sir or Madam,\\nI am writing about the {product}.
  Dear Customer, your invoice is ready.
  Dear all,\\nplease find the slides attached.
  Dear Support Team,\\nmy {product} does not work.
  Best regards,\\nThe {company} Team
  Kind regards,\\nCustomer Service
  Thank you for your purchase!
  Add a logo to the landing page and make the button green
  Write a product description for a {product}
  Write a short story about a {being} and a {being}
  Write a Python function that sorts a list
  Write a poem about {month}
  Translate this text to French, German and Spanish
  Summarize the following article in three sentences.
  Explain Newton's laws to a child
  What is the capital of {country}?
  How do I get from {city} to {city}?
  Plan a trip to {country} for {month}
  Give me a recipe for {dish}
  Make the sky blue and remove the car
  Fix the bug in src/index.ts and run npm test
  Why does Kubernetes restart my Docker container?
  Use React, Vue or Angular with TypeScript and Node
  Create Table Users With Primary Key
  ERROR 2024-01-03 Connection refused by Postgres
  INFO Starting Server on port 8080
  GET /api/v1/users 200 OK
  Username: admin\\nPassword: required
  First Name\\nLast Name\\nDate of Birth
  Full Name (required)
  Terms of Service and Privacy Policy
  Table of Contents\\nChapter One: The Beginning
  Chapter 3\\nThe House by the Sea
  Click Here To Read More About Our New Product
  How To Make {dish} At Home
  10 Best Places To Visit In {country}
  BREAKING NEWS: Fire in {city}
  LIVE NOW: {city} vs {city}
  SALE! UP TO 50% OFF
  FREE SHIPPING ON ALL ORDERS
  DO NOT ENTER
  I'm so tired today lol
  OMG this is the best {weekday} ever
  Can't wait for {month}!
  Merry Christmas and a Happy New Year
  Happy Birthday to you!
  Happy Mother's Day
  Love this song
  Thank God it's {weekday}
  Oh my God
  Watching {work} tonight
  Just finished reading {work}, so good
  Playing Call of Duty on my PlayStation
  New album out on {weekday}! Listen on Spotify
  Follow us on Facebook, Twitter and Instagram
  Is Netflix down again?
  My {brand} phone broke again
  I bought a {brand} {thing} in {city}
  My {brand} laptop is slow
  Mom and Dad are coming on {weekday}
  My neighbour called me yesterday.
  The doctor will see you now.
  I told my boss that I am sick
  Please help me write an email to my teacher.
  The President met the Prime Minister in {city}.
  Parliament in {city} voted on {weekday}.
  the Republican Party and the Democratic Party
  the European Union, NATO and the United Nations
  In {month} the Supreme Court of {country} decided.
  Roman Empire, Ottoman Empire, Byzantine art
  Christmas, Easter, Ramadan and Hanukkah
  English, French, Georgian and Arabic speakers
  The Bible, the Quran and the Torah
  God bless America
  Parkinson's disease and Alzheimer's disease
  Nobel Prize in Physics
  The Pulitzer Prize was given in {city}.
  SIZE: Medium COLOR: Rose MATERIAL: {material}
  Will it rain in {city} on {weekday}?
  May I come in?
  Mark the box and sign below.
  Grace period ends in {month}.
  Hope to see you in April or in June.
  Bill of sale, page 2
  Rose, Violet, Amber and Jade are colors.
  Ginger, basil, rosemary and sage
  Frank feedback is welcome.
  Jack the car up first
  Pat the dough dry. Drew a line.
  Chase Bank, Wells Fargo and Capital One
  Carter Oil, Mason Jar, Hunter Boots
  Model: {brand} X200\\nSerial: A1B2C3
  Team Alpha won, Team Bravo lost
  The Who, Queen, Guns N' Roses and Pink Floyd
  {city}, {state}
  {city}, {state} {number}
  She moved from {city}, {state} to {city}, {country}.
  born and raised in {city}, {state}
  {city}, {country}
  Troops entered {city} on {weekday}, officials in {country} said.
  {city} and {city} were hit by rockets from {country}.
  The {company} deal was approved by the Energy Commission.
  Al Qaeda, Hamas, Hezbollah and the Taliban denied it.
  Iraqi, Iranian and Israeli officials met in {city}.
  The New York Times, Reuters and Al Jazeera reported from {city}.
  Sunni and Shiite Muslims, Hindus, Buddhists and Catholics live in {country}.
  NASA, the FBI, the CIA and the Pentagon declined to comment.
  The White House and the Kremlin agreed on {weekday}.
  {company} and {company} signed an agreement.
  {company}, {company} and {company} are listed in {city}.
  I took my car to {company} in {city}.
  The staff at {company} was rude.
  Best {dish} in {city}!
  Great food at {first}'s Diner in {city}.
  We ate at {last}'s Grill, the {dish} was cold.
  {last} Bakery, {city}
  {first} and {last} Hall is in {city}, {state}.
  {last} County, {state}
  North {city}, South {city} and West {city}
  the {city} River, the {city} Valley and Mount {last}
  The {city} Times, {month} 3
  {city} Police Department
  {city}'s mayor and {country}'s president met.
  Operation Desert Storm, Operation Iraqi Freedom
  Microsoft Word, Adobe Acrobat and Lotus Notes
  Attached are the Gas Desk P&L and the Master Agreement.
  The Act was passed by Congress in {month}.
  Alexa, play music
  Hey Siri, set a timer for ten minutes
  Ok Google, what is the weather in {city}?
  Antwort: Ja
  Datei: Bild im Anhang
  Hund, Katze und Maus
  Eine Strafe von zwei Jahren
  Name der Datei\nOrt der Aufnahme
  Die Angaben in der Datei werden entfernt.
  Versteckter Text, Kommentare und Vorschaubilder
  Erstelle ein Bild von einem Ritter mit Schwert vor einer Burg
  Es gibt Rosen, Tulpen und Nelken im Garten
  Der Bäcker, der Schneider und der Jäger sitzen am Tisch
  Si vous voulez, laissez la case vide.
  Lieu de la prise de vue
  Envoyer la réponse\nTerminer
  Faltan datos en el campo
  Hasta entonces no se guarda nada.
  Guardar y salir
  Rue {name} {number}, {city}
  Avenue {name}
  Calle {name} {number}
  Via {name} {number}, {city}
  {first}-{last}-Straße {number}, {city}
  Plaza {name}
  {name} High School
  {name} University Hospital
  The {name} Foundation
  {name} Memorial Park
  {name} Airport is closed.
  Ruby on Rails and Django
  Python, Julia, Ruby and Haskell are programming languages
  Julia is faster than Python, Ruby is older
  ru: улица {last:gen}, дом {number}
  ru: площадь {last:gen}
  ru: проспект {last:gen}, {number}
  ru: Университет имени {last:gen}
  uk: вулиця {last:gen}, {number}
  ka: {last:gen} ქუჩა {number}
  ka: {last:gen} გამზირი
  ka: {name:gen} სახელობის უნივერსიტეტი
  Ich wohne in {city} und arbeite bei {company}.
  Der Hund schläft im Garten, die Katze im Haus.
  Die Rechnung liegt bei. Bitte zahlen Sie bis Freitag.
  Sehr geehrte Damen und Herren,\\nich habe eine Frage.
  Guten Morgen, wie ist das Wetter in {city}?
  Ein Bild von einem Drachen über dem Schloss
  Schreibe ein Gedicht über den Herbst
  Mit freundlichen Grüßen\\nIhr Kundenservice
  Am Montag fährt der Zug von {city} nach {city}.
  Das Rote Kreuz und die Deutsche Bahn
  Die Bundesregierung in Berlin hat am Mittwoch entschieden.
  Kaffee, Kuchen und Brot kosten 12 Euro
  Un chat dort sur le canapé à {city}
  Le train de {city} à {city} est en retard
  Madame, Monsieur,\\nje vous écris à propos de la facture.
  Bonjour à tous, bonne journée
  Dessine un château au bord de la mer
  L'Assemblée nationale vote lundi à Paris.
  La Tour Eiffel sous la neige, {quality}
  Un gato duerme en el sofá en {city}
  El tren de {city} a {city} llega tarde
  Buenos días a todos
  Estimados señores:\\nles escribo por la factura.
  Dibuja un castillo junto al mar
  El Gobierno de España se reúne el martes.
  Il gatto dorme sul divano a {city}
  Buongiorno a tutti
  O gato dorme no sofá em {city}
  Bom dia a todos
  De kat slaapt op de bank in {city}
  Kot śpi na kanapie
  Dzień dobry wszystkim
  Katten sover på soffan
  Kedi kanepede uyuyor
  Herkese günaydın, hava bugün çok güzel
  Кот спит на диване
  Поезд из Москвы в Тулу опаздывает на час
  Доброе утро всем!
  Добрый день! Подскажите, пожалуйста, цену.
  Уважаемые коллеги, встреча переносится на пятницу.
  Нарисуй замок на берегу моря, {quality}
  Напиши стихотворение про осень
  Напиши письмо в службу поддержки
  Министерство финансов Российской Федерации сообщило в среду
  В Москве и Санкт-Петербурге ожидается дождь
  Компания «Газпром» открыла офис в Казани
  Спасибо за покупку! Ваш заказ отправлен.
  Заказ № 12345 доставлен в Новосибирск
  С уважением,\\nСлужба поддержки
  Улица Ленина, дом 12, квартира 3
  Мой сосед опять шумит
  Моя подруга работает в школе
  Вера, надежда и любовь
  Красная площадь и Кремль зимой
  Война и мир
  Как сварить борщ? Нужна свёкла, капуста и мясо
  Роза и лилия стоят в вазе
  Портрет старика в шляпе, масло
  Слава богу, сегодня пятница
  Кіт спить на дивані
  Доброго ранку всім! Погода у Києві гарна
  {georgian} {georgian} {georgian}
  {georgian} {georgian} {georgian} {georgian}.
  {georgian} {georgian} {georgian} {georgian} {georgian}.
  {georgian} {georgian} {georgian} {georgian} {georgian} {georgian}.
  {georgian} {georgian} {georgian} {georgian}?
  {georgian} {georgian} {georgian} {georgian} {georgian} {georgian} {georgian}.
  {georgian} {georgian} {georgian} {georgian} {georgian}, {georgian} {georgian} {georgian}.
  {georgian} {georgian} {georgian} {georgian} {georgian} {georgian}, {georgian} {georgian}.
  {georgian} {georgian}!
  {arabic} {arabic} {arabic} {arabic}.
  {arabic} {arabic} {arabic} {arabic} {arabic} {arabic}
  {hebrew} {hebrew} {hebrew} {hebrew} {hebrew}.
  კატა დივანზე ძინავს
  დილა მშვიდობისა ყველას!
  მატარებელი თბილისიდან ბათუმში იგვიანებს
  ამინდი თბილისში დღეს კარგია
  დახატე ციხესიმაგრე ზღვის პირას
  დაწერე ლექსი შემოდგომაზე
  დაწერე წერილი მხარდაჭერის სამსახურს
  ჩემი მეზობელი ისევ ხმაურობს
  ჩემი მეგობარი სკოლაში მუშაობს
  მადლობა შეკვეთისთვის, ნივთი გამოგზავნილია
  შეკვეთა ნომერი 12345 მიტანილია ქუთაისში
  საქართველოს მთავრობამ ოთხშაბათს გადაწყვეტილება მიიღო
  ბავშვები ეზოში თამაშობენ
  ხვალ დილით წვიმა იქნება
  რა ღირს ეს მანქანა?
  როგორ მოვამზადო ხაჭაპური? მჭირდება ყველი და ფქვილი
  სახლი იყიდება ვაკეში, სამი ოთახი
  გთხოვთ, გადმომიგზავნოთ ფაქტურა პარასკევამდე
  პატივისცემით,\\nმომხმარებელთა სამსახური
  რუსთაველის გამზირი 12, თბილისი
  ძაღლი ტყეში დარბის, ხოლო კატა სახლშია
  გემრიელი ღვინო და პური კახეთიდან
  დღეს კვირაა და არ ვმუშაობ
  ექიმი ორშაბათს იღებს პაციენტებს
  პრეზიდენტი პარლამენტში გამოვიდა
  თბილისის სახელმწიფო უნივერსიტეტი
  ახალი წელი მოდის, გილოცავთ ყველას
  მომეცი რჩევა, როგორ ვისწავლო ინგლისური ენა
  ეს ფოტო ზღვაზეა გადაღებული
  წიგნი მაგიდაზე დევს და ფანჯარა ღიაა
  მე და ჩემი ოჯახი მთაში წავედით
  გუშინ კარგი ფილმი ვნახე კინოში
  ავტობუსი ხუთ წუთში მოვა გაჩერებაზე
  ჩემი შვილი მესამე კლასშია და მათემატიკა უყვარს
  ბანკმა კრედიტი დაამტკიცა
  სამუშაო საათები: ორშაბათიდან პარასკევამდე
  ეკრანი გატეხილია, დამეხმარეთ შეკეთებაში
  დახატე კატა კოსმოსში, {quality}
  დაწერე მოთხრობა მგელზე და მელაზე
  კომპანია ახალ თანამშრომლებს ეძებს
  საბავშვო ბაღი დაკეტილია კარანტინის გამო
  მომწონს ეს სიმღერა და მსახიობები
  საავადმყოფოში ექთანი და ექიმი მუშაობენ
  რამდენი დრო სჭირდება ბილეთის ყიდვას?
  დედაჩემი და მამაჩემი ქალაქში ცხოვრობენ
  ბებია პურს აცხობს, ბაბუა ბოსტანში მუშაობს
  ჩვენი მეზობლები კარგი ხალხია
  მეგობრებო, შევხვდეთ საღამოს პარკში
  მწვანე ჩაი, შავი ყავა და წყალი
  გადაიხადეთ გადასახადი ბანკის აპლიკაციით
  მოსწავლეებმა გამოცდა წარმატებით ჩააბარეს
`);
