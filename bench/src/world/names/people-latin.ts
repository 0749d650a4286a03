/** Given and family names by culture, the common ones first. */
export interface People {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** A plus stands for a blank inside one name. */
function list(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((name) => name.replaceAll('+', ' '));
}

function people(given: string, family: string): People {
  return { given: list(given), family: list(family) };
}

export const ENGLISH = people(
  `John David Michael James Robert Paul Mark Peter William George Thomas Charles Steve Richard Jim Bill Tony Joe Chris Mary
   Andy Kevin Brian Eddie Frank Jimmy Bobby Johnny Billy Charlie Ray Sam Jack Tom Dave Mike Ben Alan Ian Neil Graham Nick
   Sarah Anna Susan Linda Karen Jane Kate Laura Emma Helen Alice Ruth Nina Ella Rosa Dinah Bessie Etta Irma Mavis Betty
   Carla Joan Joni Carole Patti Janis Lucinda Gillian Norah Fiona Polly Shirley Sandy Vashti Bridget Maddy June Anne Lal
   Otis Wilson Curtis Marvin Sammy Solomon Rufus Clarence Percy Lester Coleman Thelonious Dexter Wardell Horace Hank Elvin
   Lionel Milt Cannonball Freddie Woody Wayne Herbie Archie Pharoah Alphonso Roscoe Muhal Anthony Julius Oliver Eric Booker
   Kirk Scott Douglas Keith Ronnie Roy Duane Link Buddy Carl Gene Conway Merle Waylon Townes Guy Lyle Dwight Emmylou Loretta
   Reggie Lamont Darnell Tyrone Marcus Jerome Derrick Juan Kevin Theo Kenny Larry Moodymann Terrence Gerald Roland Rashad`,
  `Smith Jones Johnson Williams Brown Davis Wilson Taylor Thompson White Walker Harris Lewis Young Moore Clark Hill Green
   Baker Adams Cooper Parker Carter Mitchell Turner Phillips Campbell Evans Edwards Collins Stewart Morris Murphy Cook Rogers
   Morgan Bell Bailey Reed Kelly Howard Ward Cox Richardson Watson Brooks Wood James Bennett Gray Hughes Price Myers Long
   Foster Sanders Ross Powell Sullivan Russell Ortiz Jenkins Gutierrez Perry Butler Barnes Fisher Henderson Coleman Simmons
   Patterson Jordan Reynolds Hamilton Graham Ford Wallace Cole West Hayes Bryant Gibson Ellis Stevens Murray Freeman Wells
   Webb Simpson Tucker Porter Hunter Hicks Crawford Boyd Mason Warren Dixon Hunt Holmes Palmer Black Mills Nichols Grant
   Knight Ferguson Rose Stone Dunn Perkins Hudson Spencer Gardner Payne Pierce Berry Matthews Arnold Wagner Willis Watkins
   Olson Carroll Duncan Snyder Hart Cunningham Bradley Lane Andrews Harper Fox Riley Armstrong Carpenter Weaver Greene Elliott
   Chandler Thornton Whitfield Pickett Holloway Merriweather Lockwood Ashdown Penhallow Tregear Winstanley Hathersage Blackwood
   Hollingworth Ravenscroft Larkspur Oakeshott Featherstone Pennington Ollerenshaw Wetherby Crabtree Dunmore Kilbride MacAllister
   O'Dowd O'Shea McTavish McGlinchey Trevelyan Fairweather Loxley Marchbank Quarrington Underhill Yarborough Zimmer Eastlake`,
);

export const GERMAN = people(
  `Hans Klaus Peter Wolfgang Jürgen Dieter Uwe Michael Thomas Andreas Florian Holger Karl Conrad Manuel Ute Gudrun Heike
   Monika Christa Rüdiger Günter Jörg Götz Björn Sönke Käthe Anneliese Stefan Matthias Christoph Hildegard Ulrich Lothar`,
  `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder
   Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler König Mayer
   Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Günther Keller Winkler Lorenz Baumann
   Roedelhain Moebheim Grosskopf Hütterott Czukovsky Dingerheim Schnitzleitner Göttschling Reichelbach Schickert`,
);

export const FRENCH = people(
  `Jean Pierre Michel François Jacques Serge Brigitte Françoise Jeanne Hélène André René Gérard Édith Léo Barbara Claude
   Sylvie Chloé Zoé Noël Benoît Étienne Agnès Didier Luc Mathieu Camille Colette Albert Georges Marcel Yves Alain Bernard`,
  `Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia David Bertrand
   Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau
   Blanc Guérin Müller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin
   Masson Beauséjour Délicourt Montfaucon Saint-Aubin Lacombe-Weiss Ferréol Vanhoutte Cléry Peyrac Gainsbert Bécot`,
);

export const SPANISH = people(
  `José Juan Carlos Luis Manuel Antonio Francisco Pedro Miguel Rafael Héctor Willie Ray Tito Celia Rubén Óscar Víctor Mercedes
   Violeta Chavela Lucía Paco Enrique Joaquín Camarón Concha Rocío Astor Aníbal Osvaldo Atahualpa Eladia Totó Ángel Íñigo Tomás`,
  `García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Álvarez
   Muñoz Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Suárez Molina Morales
   Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Santos Castillo Cortés Lozano Guerrero Cano
   Barretto Palmieri Colón Feliciano Montañez Figueroa Quiñones Villalobos Piazzola Yupanqui Goyeneche Ibarrola Etxeberria`,
);

export const PORTUGUESE = people(
  `João José Antônio Carlos Jorge Gilberto Caetano Maria Elis Gal Nara Chico Milton Tom Vinícius Baden Edu Marcos Luiz Hermeto
   Egberto Naná Airto Flora Astrud Moacir Tim Arthur Lô Beto Cartola Clementina Elza Beth Amália Zeca Sérgio Rogério Tião`,
  `Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares
   Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Gonçalves
   Santana Teixeira Araújo Conceição Assunção Guimarães Magalhães Brandão Leão Galvão Frazão Simões Camões Bethânea Velosinho`,
);

export const ITALIAN = people(
  `Mario Giuseppe Antonio Giovanni Franco Luigi Paolo Carlo Ennio Piero Bruno Nino Lucio Mina Ornella Patty Milva Fabrizio
   Luciano Gino Sergio Stelvio Armando Riz Egisto Alessandro Teresa Giuliano Massimo Edda Nicolò Niccolò Mimì Daniele Claudio`,
  `Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De+Luca Mancini Costa Giordano Rizzo
   Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale
   Serra Coppola De+Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Fabbri Bianco Morriconi Umilianti Piccinelli Battistelli
   Nicolai+Serra Cipriano Travaglini Ortolano Fusco Macchiarelli Guadagnin`,
);

export const NORDIC = people(
  `Jan Lars Per Anders Erik Björn Göran Åke Jón Björk Sigrún Mari Nils Terje Arild Jon Bugge Sidsel Åse Bjørn Søren Jørgen Håkan
   Östen Märta Karin Lena Pekka Heikki Jukka Väinö Päivi Mika Timo Kalle Ólöf Þóra Guðrún Ragnar Einar Hilmar Palle Niels`,
  `Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen
   Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Henriksen Lund Sørensen Jakobsen Moen Gundersen Iversen Svendsen
   Strand Solberg Martinsen Knutsen Bakken Kristoffersen Mathisen Lie Amundsen Rasmussen Lunde Berge Nygård Bakke Holm Lindqvist
   Lindström Bergström Söderberg Sjögren Åkerlund Hägglund Öhman Mäkinen Virtanen Korhonen Nieminen Järvinen Hämäläinen Rantala
   Jónsdóttir Sigurðsson Guðmundsson Þórarinsson Björnsson`,
);

export const SLAVIC = people(
  `Jan Tomasz Krzysztof Andrzej Zbigniew Michał Paweł Łukasz Grażyna Małgorzata Urszula Czesław Karel Jiří Zdeněk Václav Marta
   Hana Helena Petr Ondřej Ľubomír Dušan Goran Boban Šaban Ljiljana Esma Đorđe Željko Vesna Branko Arsen Josip`,
  `Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski
   Mazur Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Król Wieczorek Jabłoński Wróbel Novák Svoboda
   Novotný Dvořáček Černý Procházka Kučera Veselý Horák Němec Pokorný Hájek Jelínek Růžička Beneš Fiala Sedláček Kubišová
   Jovanović Petrović Nikolić Marković Đorđević Stojanović Ilić Stanković Pavlović Milošević Horvat Kovačević Babić Perić`,
);

export const TURKISH = people(
  `Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Murat Barış Cem Erkin Fikret Selda Ajda Sezen Zeki Müzeyyen
   Orhan Özdemir Edip Şükriye Gülden Neşet Aşık Moğol Nilüfer Ümit Okay Özgür Çiğdem`,
  `Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek
   Polat Korkmaz Çakır Erdoğan Akbayram Koray+Gün Karaca Bağcan+Ay Güneş Tunç Ertaş Akarsu Kızıltuğ Altay`,
);

export const HUNGARIAN = people(
  `László István József János Zoltán Sándor Ferenc Gábor Attila Péter Tamás Zsuzsa Katalin Márta Ágnes Ilona György Gergő Dezső`,
  `Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros Oláh Simon Rácz
   Fekete Szilágyi Török Fehér Balázs Gál Kis Szűcs Kocsis Orsós Pintér Fodor Szalai Sipos Magyar Lukács Gulyás Presser+Kún`,
);

export const AFRICAN = people(
  `Fela Tony Ebo Mulatu Mahmoud Ali Salif Oumou Boubacar Toumani Amadou Mariam Youssou Baaba Thomas Oliver Hugh Miriam Dudu
   Abdullah Orlando Ernest Remmy Sunny Ebenezer Orlando Pat Gyedu Alemayehu Getatchew Hailu Tilahun Aster Franco Papa Mbilia Sékou`,
  `Kuti Allen Taylor Astatqé Ahmed Farka+Touré Keïta Sangaré Traoré Diabaté Bagayoko N'Dour Maal Mapfumo Mtukudzi Masekela Makeba
   Pukwana Ibrahim Ngozi Ongala Adé Obey Julius Thomas Ambolley Eshèté Mèkurya Mergia Gèssèssè Luambo Wemba Bel Camara Konaté Cissé
   Okonkwo Adebayo Nkosi Dlamini Mensah Owusu Boateng Asante Chukwu Eze Obiora Olawale Banjoko`,
);
