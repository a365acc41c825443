/** The official map review number 审图号, set by whoever publishes the map and holds one. Empty until then; never invented. */
const reviewNumber: string = '';

export default reviewNumber;
