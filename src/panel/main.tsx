import './panel.css';
import './checklist.css';

// The page itself shows an empty room at once; what fills it follows.
void import('./open-panel').then(({ openPanel }) => openPanel());
