/** `script/bench world`: a made-up world of any size, as dumps or as tables. */
import './world/main.ts';
