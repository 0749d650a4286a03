/** English words of names and titles, the common ones first. */

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

export const NOUNS = words(`
  Night Love Heart Dream Moon Light Soul Fire Star Time World Day Sun Sky City River Rain Road Sea Wind Stone House Blues Dance
  Train Ghost Machine Wolf Bird Garden Mountain Mirror Shadow Ocean Summer Winter Angel Devil King Queen Child Girl Boy Man
  Woman Stranger Friend Sister Brother Ship Island Desert Forest Tree Flower Rose Lion Tiger Horse Snake Spider Bear Crow Owl
  Radio Signal Static Wire Circuit Engine Motor Rocket Satellite Planet Comet Galaxy Orbit Atom Crystal Diamond Gold Silver
  Iron Steel Copper Glass Paper Velvet Leather Cotton Silk Smoke Dust Ash Ember Flame Spark Thunder Lightning Storm Cloud Snow
  Ice Frost Water Wave Tide Shore Harbor Bridge Tower Castle Temple Church Street Alley Corner Window Door Room Floor Wall
  Clock Bell Drum Guitar Piano Horn Whistle Echo Noise Silence Voice Song Rhythm Melody Groove Beat Bass Treble Tempo Motion
  Secret Promise Letter Story Picture Memory Shape Color Number Letter Question Answer Mystery Magic Spell Charm Fortune Luck
  Bread Honey Sugar Salt Coffee Whiskey Wine Cherry Apple Lemon Orange Melon Pepper Onion Butter Cream Chocolate Biscuit
  Army Soldier Sailor Pilot Preacher Teacher Doctor Thief Gambler Drifter Cowboy Outlaw Prisoner Poet Painter Dancer Juggler
  Kingdom Empire Nation Republic Union Parade Carnival Circus Festival Ceremony Ritual Wedding Funeral Holiday Weekend Sunday
  Monday Friday Morning Evening Midnight Noon Twilight Sunrise Sunset Season Autumn Spring Century Future Past Present Moment
  Bicycle Airplane Highway Subway Elevator Escalator Telephone Television Camera Computer Robot Android Pixel Vector Matrix
  Geometry Algebra Theory System Pattern Fragment Particle Fracture Current Voltage Frequency Spectrum Resonance Distortion
  Bandit Beast Monster Dragon Phantom Vampire Zombie Witch Wizard Prophet Saint Sinner Pilgrim Nomad Gypsum Marble Lantern
  Candle Anchor Compass Ladder Hammer Needle Thread Ribbon Button Pocket Suitcase Umbrella Feather Arrow Dagger Bullet Pistol
  Meadow Valley Canyon Prairie Swamp Jungle Cavern Glacier Volcano Reef Lagoon Delta Estuary Fjord Orchard Vineyard Cathedral`);

export const ADJECTIVES = words(`
  Black Blue Red White Little Big New Old Wild Dark Sweet Lost Broken Lonely Golden Silver Electric Cosmic Crazy Cool Hot Cold
  Dirty Deep High Low Long Last First Second Third Final Young Dead Living Holy Sacred Silent Quiet Loud Slow Fast Heavy Light
  Soft Hard Strange Beautiful Ugly Happy Sad Blind Deaf Hungry Thirsty Sleepy Restless Endless Timeless Hidden Secret Open Closed
  Empty Full Free Royal Noble Humble Modern Ancient Primitive Future Digital Analog Magnetic Atomic Solar Lunar Stellar Astral
  Psychic Mystic Tropical Arctic Northern Southern Eastern Western Urban Rural Foreign Native Public Private Perfect Simple
  Complex Double Triple Single Invisible Visible Transparent Crystal Velvet Iron Steel Burning Frozen Melting Flying Falling
  Rising Sinking Drifting Dancing Singing Weeping Laughing Screaming Whispering Dreaming Waking Sleeping Wandering Shining
  Fading Bleeding Breathing Floating Spinning Twisted Bitter Sour Salty Gentle Savage Tender Cruel Kind Wicked Innocent Guilty`);

export const PLACES = words(`
  London Paris Berlin Tokyo Chicago Detroit Memphis Nashville Brooklyn Harlem Montreux Newport Antibes Oslo Stockholm Helsinki
  Kingston Havana Lagos Bamako Dakar Cairo Istanbul Athens Rome Milan Madrid Lisbon Rio Bahia Osaka Kyoto Seoul Manchester Leeds
  Glasgow Dublin Belfast Sheffield Bristol Leipzig Hamburg Vienna Prague Warsaw Budapest Moscow Carrboro Durham Raleigh Austin
  Portland Seattle Oakland Tucson Philadelphia Baltimore Cleveland Minneapolis Toronto Montreal Vancouver Sydney Melbourne`);

export const ENSEMBLES = words(
  'Trio Quartet Orchestra Band Quintet Ensemble Group Sextet Experience Project Explosion Septet Octet',
);

/** Parts of invented words: the long tail of names. */
export const ONSETS = words('b d f g h j k l m n p r s t v w z l m n r s t k b d br dr fl gr kl pr sh st tr vr th qu');
export const NUCLEI = words('a e i o u a e i o u a o i e ai au ea ei io oo');
export const CODAS = words('l m n r s t n r l x k nd ng nt rk rn st');

export const SYMBOL_NAMES = words(
  '!!! +/- (((o))) *** ??? ∆ ▲▲ 3!3 #1 $ :) µ ∞ ~~~~ @@@ <<< ^_^ §§ %% ||| ○ ◊ ]|[ =+= &c.',
);
