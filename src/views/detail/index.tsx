export { AreaCard } from './AreaCard.tsx';
export { ItemDetail } from './ItemDetail.tsx';

import './detail.css';
