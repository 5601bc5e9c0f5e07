import type { Translations } from '../../../base/language.ts';

const en = {
  looking: 'Looking for a Docker engine…',
  missing: 'No engine yet',
  seeDoctor: 'D says what to do',
  doctorKey: '`D` shows what works on this machine, what does not, and what to do.',
  canSetUp:
    "The lab can provide one: it installs the system's `docker.io` package (if it is missing) and starts `dockerd` with a socket and a data folder of its own. `lab engine stop` ends it.",
  setUpKey: 'Press `u` to have it set up here and now.',
  setUpAgain: 'Press `u` to try once more.',
  whatToDo: 'What to do',
  goesOn: 'The lab keeps looking, and goes on by itself as soon as an engine answers. `r` looks at everything again.',
  settingUp: 'Setting up an engine',
  settingUpHint:
    'This takes a minute or two, and longer over a slow line. The lab goes on by itself; `q` calls it off.',
  images: "Making the lab's images ready",
  imagesOnce: 'They are built once. Meanwhile, the briefs can be read.',
  imagesFailed: "The lab's images could not be made ready",
  tryAgain: 'Press `r` to try again.',
  ready: (source: string) => `The engine answers: ${source}`,
  examined: 'What the lab needs',
  examining: 'Looking at everything that the lab needs…',
  /** Beside an objective that cannot be checked yet. */
  waits: 'waiting',
  waitsForEngine: 'The objectives are checked as soon as there is an engine.',
  waitsForImages: "The objectives are checked as soon as the lab's images are ready.",
};

const ptBR: typeof en = {
  looking: 'Procurando um engine do Docker…',
  missing: 'Ainda sem engine',
  seeDoctor: 'D diz o que fazer',
  doctorKey: '`D` mostra o que funciona nesta máquina, o que não funciona e o que fazer.',
  canSetUp:
    'O laboratório pode fornecer um: ele instala o pacote `docker.io` do sistema (se faltar) e inicia o `dockerd` com um socket e uma pasta de dados próprios. `lab engine stop` o encerra.',
  setUpKey: 'Aperte `u` para prepará-lo aqui e agora.',
  setUpAgain: 'Aperte `u` para tentar mais uma vez.',
  whatToDo: 'O que fazer',
  goesOn: 'O laboratório continua procurando e segue sozinho assim que um engine responder. `r` olha tudo de novo.',
  settingUp: 'Preparando um engine',
  settingUpHint:
    'Isto leva um ou dois minutos, ou mais em uma conexão lenta. O laboratório segue sozinho; `q` cancela.',
  images: 'Preparando as imagens do laboratório',
  imagesOnce: 'Elas são construídas uma única vez. Enquanto isso, dá para ler os enunciados.',
  imagesFailed: 'Não foi possível preparar as imagens do laboratório',
  tryAgain: 'Aperte `r` para tentar de novo.',
  ready: source => `O engine responde: ${source}`,
  examined: 'O que o laboratório precisa',
  examining: 'Olhando tudo o que o laboratório precisa…',
  waits: 'à espera',
  waitsForEngine: 'Os objetivos serão verificados assim que houver um engine.',
  waitsForImages: 'Os objetivos serão verificados assim que as imagens do laboratório estiverem prontas.',
};

/** What the screen says of the engine, and on the doctor's page. */
export const doctorPageMessages: Translations<typeof en> = { en, 'pt-BR': ptBR };
