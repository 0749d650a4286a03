export const SPOTIFY_ID_PATTERN = /^[0-9A-Za-z]{22}$/;
export const APPLE_MUSIC_ID_PATTERN = /^[1-9]\d{0,19}$/;
/** The artist's part of the address: `plone` of plone.bandcamp.com. */
export const BANDCAMP_ID_PATTERN = /^[a-z0-9-]+$/;
/** `plone/puzzlewood` of plone.bandcamp.com/album/puzzlewood. */
export const BANDCAMP_ALBUM_ID_PATTERN = /^[a-z0-9-]+\/[^\s/]+$/;
