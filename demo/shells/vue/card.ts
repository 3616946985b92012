// The code of the card on the first page.
import './forget.ts';
import '@qontak/impact-report/hero';
