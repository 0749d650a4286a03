/** A word in its own script and as it is written in Latin letters. */
export interface Written {
  readonly native: string;
  readonly latin: string;
}

export interface ScriptWords {
  readonly given: readonly Written[];
  readonly family: readonly Written[];
  /** For bands and titles. */
  readonly nouns: readonly Written[];
  readonly adjectives: readonly Written[];
  /** Parts of invented words. */
  readonly syllables: readonly Written[];
  /** Between the words of a title or a name. */
  readonly space: string;
  /** East Asian names put the family first in their own script. */
  readonly familyFirst: boolean;
}

function words(text: string): Written[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [native = '', latin = ''] = pair.split('=');
      return { native, latin };
    });
}

export const CYRILLIC: ScriptWords = {
  given: words(`Алексей=Aleksey Виктор=Viktor Борис=Boris Юрий=Yuri Владимир=Vladimir Сергей=Sergei Иван=Ivan Анна=Anna
    Эдуард=Eduard Алла=Alla Жанна=Zhanna Дмитрий=Dmitry Константин=Konstantin Булат=Bulat Земфира=Zemfira Фёдор=Fyodor
    Илья=Ilya Вячеслав=Vyacheslav Янка=Yanka Егор=Egor Мария=Maria Николай=Nikolai Людмила=Lyudmila Олег=Oleg`),
  family:
    words(`Иванов=Ivanov Смирнов=Smirnov Кузнецов=Kuznetsov Попов=Popov Соколов=Sokolov Лебедев=Lebedev Козлов=Kozlov
    Новиков=Novikov Морозов=Morozov Петров=Petrov Волков=Volkov Соловьёв=Solovyov Зайцев=Zaytsev Артемьев=Artemyev
    Летов=Letov Мартынов=Martynov Щербаков=Shcherbakov Шевчук=Shevchuk Кравчук=Kravchuk Тарасов=Tarasov Громов=Gromov
    Жуков=Zhukov Рыбников=Rybnikov Денисов=Denisov`),
  nouns:
    words(`Ночь=Noch Звезда=Zvezda Кино=Kino Лес=Les Город=Gorod Море=More Поезд=Poezd Дождь=Dozhd Сон=Son Время=Vremya
    Зима=Zima Весна=Vesna Дорога=Doroga Огонь=Ogon Ветер=Veter Голос=Golos Дом=Dom Снег=Sneg Река=Reka Птица=Ptitsa`),
  adjectives:
    words(`Чёрная=Chyornaya Белая=Belaya Новая=Novaya Последняя=Poslednyaya Тихая=Tikhaya Дикая=Dikaya Красная=Krasnaya
    Холодная=Kholodnaya Старая=Staraya Первая=Pervaya`),
  syllables: words(
    'ва=va ло=lo ри=ri ме=me ста=sta кру=kru дон=don бел=bel мир=mir гра=gra тро=tro зел=zel нов=nov кар=kar лен=len сур=sur пав=pav вол=vol ник=nik шин=shin',
  ),
  space: ' ',
  familyFirst: false,
};

export const GREEK: ScriptWords = {
  given:
    words(`Γιώργος=Giorgos Γιάννης=Giannis Μαρία=Maria Ελένη=Eleni Κώστας=Kostas Νίκος=Nikos Δημήτρης=Dimitris Σωτηρία=Sotiria
    Μάρκος=Markos Βασίλης=Vassilis Χάρις=Haris Αλέξανδρος=Alexandros Μίκης=Mikis Μάνος=Manos Γρηγόρης=Grigoris Ρόζα=Roza`),
  family:
    words(`Παπαδόπουλος=Papadopoulos Βασιλείου=Vasiliou Γεωργίου=Georgiou Νικολάου=Nikolaou Καραγιάννης=Karagiannis
    Οικονόμου=Oikonomou Δημητρίου=Dimitriou Αλεξίου=Alexiou Μαρκόπουλος=Markopoulos Σαββόπουλος=Savvopoulos
    Χατζής=Hatzis Τσίτσας=Tsitsas Βαμβακάς=Vamvakas Μητσάκης=Mitsakis`),
  nouns: words(
    'Θάλασσα=Thalassa Νύχτα=Nychta Ουρανός=Ouranos Φωτιά=Fotia Δρόμος=Dromos Φως=Fos Καρδιά=Kardia Τραγούδι=Tragoudi Άνεμος=Anemos Βροχή=Vrochi Αγάπη=Agapi Ήλιος=Ilios',
  ),
  adjectives: words('Μαύρη=Mavri Μεγάλη=Megali Παλιά=Palia Άγρια=Agria Χαμένη=Chameni Μικρή=Mikri'),
  syllables: words(
    'λα=la μο=mo ρι=ri νε=ne στα=sta κρυ=kry δον=don πελ=pel θυ=thi γαρ=gar τρο=tro ζευ=zef φαν=fan καλ=kal λεν=len σουρ=sour παυ=paf βολ=vol νικ=nik ψι=psi',
  ),
  space: ' ',
  familyFirst: false,
};

export const JAPANESE: ScriptWords = {
  given:
    words(`龍二=Ryuji 晴美=Harumi 達也=Tatsuya 真理=Mari 健=Ken 浩=Hiroshi 明=Akira 恵子=Keiko 由美=Yumi 誠=Makoto 茂=Shigeru
    隆=Takashi 洋子=Yoko 大輔=Daisuke 美奈子=Minako 陽水=Yosui 勝=Masaru 幸宏=Yukio 久美子=Kumiko 直樹=Naoki`),
  family:
    words(`山本=Yamamoto 佐藤=Sato 鈴木=Suzuki 高橋=Takahashi 田中=Tanaka 渡辺=Watanabe 伊藤=Ito 中村=Nakamura 小林=Kobayashi
    加藤=Kato 吉田=Yoshida 山口=Yamaguchi 松本=Matsumoto 井上=Inoue 木村=Kimura 清水=Shimizu 林=Hayashi 池田=Ikeda
    橋本=Hashimoto 石川=Ishikawa 前田=Maeda 岡田=Okada 長谷川=Hasegawa 村上=Murakami 近藤=Kondo 大滝=Otaki 細川=Hosokawa`),
  nouns:
    words(`夜=Yoru 海=Umi 夢=Yume 東京=Tokyo 花=Hana 月=Tsuki 雨=Ame 風=Kaze 電車=Densha サマー=Summer ビート=Beat ダブ=Dub
    レインボー=Rainbow 猫=Neko 宇宙=Uchu 街=Machi 歌=Uta 星=Hoshi ロボット=Robot 砂漠=Sabaku 森=Mori 鏡=Kagami`),
  adjectives: words(
    '青い=Aoi 赤い=Akai 静かな=Shizukana 遠い=Tooi 新しい=Atarashii 黒い=Kuroi 透明な=Tomeina 真夜中の=Mayonakano',
  ),
  syllables: words(
    'カ=ka ミ=mi ロ=ro タ=ta ネ=ne ソ=so リ=ri マ=ma ノ=no ユ=yu ケ=ke シ=shi ル=ru ハ=ha トン=ton ベル=beru ジ=ji モ=mo ラ=ra ワ=wa',
  ),
  space: '',
  familyFirst: true,
};

export const KOREAN: ScriptWords = {
  given: words(
    '정현=Junghyun 민수=Minsoo 지영=Jiyoung 수진=Soojin 현우=Hyunwoo 미자=Mija 중현=Joonghyun 광석=Kwangsuk 용필=Yongpil 소라=Sora 하늘=Haneul 은미=Eunmi 재하=Jaeha 추자=Chuja',
  ),
  family: words(
    '김=Kim 이=Lee 박=Park 최=Choi 정=Jung 강=Kang 조=Cho 윤=Yoon 장=Jang 임=Lim 한=Han 신=Shin 서=Seo 산울=Sanwool 유=Yoo',
  ),
  nouns: words(
    '밤=Bam 바다=Bada 꿈=Kkum 사랑=Sarang 비=Bi 하늘=Haneul 서울=Seoul 노래=Norae 바람=Baram 별=Byeol 겨울=Gyeoul 소년=Sonyeon 나무=Namu 편지=Pyeonji',
  ),
  adjectives: words('푸른=Pureun 하얀=Hayan 작은=Jageun 먼=Meon 검은=Geomeun 새로운=Saeroun'),
  syllables: words(
    '가=ga 나=na 다=da 로=ro 미=mi 보=bo 수=su 아=a 준=jun 청=cheong 키=ki 태=tae 파=pa 호=ho 진=jin 람=ram 온=on 별=byeol 솔=sol 유=yu',
  ),
  space: ' ',
  familyFirst: true,
};

export const ARABIC: ScriptWords = {
  given: words(
    'محمد=Mohamed أحمد=Ahmed فاطمة=Fatima سعاد=Souad فريد=Farid وردة=Warda صباح=Sabah نجاة=Najat خالد=Khaled عمر=Omar ليلى=Layla هاني=Hany زياد=Ziad إلياس=Elias شادية=Shadia',
  ),
  family: words(
    'الحسيني=Al-Husseini منصور=Mansour حافظ=Hafez حداد=Haddad سالم=Salem النجار=El-Naggar خوري=Khoury المصري=El-Masry عبدالله=Abdallah صبري=Sabry جمال=Gamal شريف=Sherif بركات=Barakat طه=Taha',
  ),
  nouns: words(
    'ليل=Layl قمر=Qamar بحر=Bahr حب=Hobb صحراء=Sahra نهر=Nahr صوت=Sawt قلب=Qalb مدينة=Madina نجوم=Nojoum أغنية=Oghniya شمس=Shams',
  ),
  adjectives: words('جديد=Jadid قديم=Qadim جميل=Jamil بعيد=Baid كبير=Kabir'),
  syllables: words(
    'با=ba تر=tar جم=jam حن=han خي=khi دو=du رم=ram زن=zan سر=sar شا=sha صف=saf طا=ta عم=am فر=far قا=qa كل=kal لي=li مو=mu نو=nu ها=ha',
  ),
  space: ' ',
  familyFirst: false,
};

export const HEBREW: ScriptWords = {
  given: words(
    'אריק=Arik שלום=Shalom חוה=Hava יהודית=Yehudit שלמה=Shlomo מתי=Mati דוד=David רבקה=Rivka יוסי=Yossi אסתר=Esther נורית=Nurit אהובה=Ahuva צביקה=Zvika זוהר=Zohar',
  ),
  family: words(
    'כהן=Cohen לוי=Levi מזרחי=Mizrahi פרץ=Peretz ביטון=Biton דהן=Dahan אברהם=Avraham פרידמן=Friedman שפירא=Shapira גולן=Golan חדד=Hadad רביץ=Ravitz אוחיון=Ohayon ברק=Barak',
  ),
  nouns: words(
    'לילה=Layla ים=Yam שיר=Shir לב=Lev אור=Or רוח=Ruach כוכב=Kochav חלום=Chalom דרך=Derech ירח=Yareach גשם=Geshem אש=Esh',
  ),
  adjectives: words('חדש=Chadash שחור=Shachor קטן=Katan רחוק=Rachok לבן=Lavan'),
  syllables: words(
    'בר=bar גל=gal דן=dan הר=har זו=zo חן=chen טל=tal כר=kar לו=lo מי=mi נו=no ספ=sap עד=ad פל=pal צו=tzo קר=kar רו=ro שי=shi תו=to יא=ya',
  ),
  space: ' ',
  familyFirst: false,
};
