import './strip.css';

// The window is there at once; what fills it follows.
void import('./open-strip').then(({ openStripPage }) => openStripPage());
