// What belongs to a place in a written Chinese sentence: exits, and the word for station behind a station's name.
export const exitPattern = /([A-Za-z]\d{0,2})\s*(?:出入口|出口|口)/u;
/** `站` after the name, unless it begins another word (站台, 站厅). */
export const stationSuffix = '(?:站(?!台|厅|廳|务|務|长|長))?';
