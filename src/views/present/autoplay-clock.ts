/** What the clock of a presentation that goes on by itself has to know. */
export interface AutoplayTurn {
  /** Another value whenever a scene comes on stage, the same one again too. */
  scene: unknown;
  /** How long the scene stands once the map has drawn it. */
  seconds: number;
  mapSettled: boolean;
  /** Somebody is at it: the time stands still. */
  held: boolean;
}

/** `waiting` is for the map. */
export type AutoplayPhase = 'off' | 'waiting' | 'running' | 'held';

/** A new scene reaches the map within so many milliseconds; until then a settled map is that of the scene before. */
const reachesMap = 100;
/** No map takes longer than this, in milliseconds; a screen in a lobby must not stand still for one that failed. */
const longestWait = 15_000;

/**
 * Measures how long a scene stands. Set it to what is wanted, as often as anything changes: a new scene or another
 * duration begins anew, `held` keeps what is left.
 */
export class AutoplayClock {
  private readonly onDue: () => void;
  private readonly onPhase: (phase: AutoplayPhase, round: number) => void;
  private turn: AutoplayTurn | null = null;
  /** How many scenes were begun. */
  private round = 0;
  /** What was told last. */
  private told = 'off 0';
  /** The map has heard of the scene; it has drawn it. */
  private heard = false;
  private arrived = false;
  private wait: ReturnType<typeof setTimeout> | undefined;
  private run: ReturnType<typeof setTimeout> | undefined;
  private left = 0;
  /** On the page's own clock: the computer's may be set anew meanwhile. */
  private runsSince = 0;

  /** `onDue` is called when a scene's time is up; `onPhase` at each change, with the number of the scene since the start. */
  constructor(onDue: () => void, onPhase: (phase: AutoplayPhase, round: number) => void = () => undefined) {
    this.onDue = onDue;
    this.onPhase = onPhase;
  }

  /** Sets what is to be measured; null for nothing, which leaves no timer behind. */
  set(turn: AutoplayTurn | null): void {
    const before = this.turn;
    this.turn = turn;
    if (!turn) this.stop();
    else if (!before || turn.scene !== before.scene) this.begin(turn);
    else if (turn.seconds !== before.seconds) this.restart(turn);
    this.update();
  }

  private begin(turn: AutoplayTurn): void {
    this.stop();
    this.heard = false;
    this.arrived = false;
    this.restart(turn);
    this.wait = setTimeout(() => {
      this.heard = true;
      this.wait = setTimeout(() => {
        this.arrived = true;
        this.update();
      }, longestWait);
      this.update();
    }, reachesMap);
  }

  private restart({ seconds }: AutoplayTurn): void {
    clearTimeout(this.run);
    this.run = undefined;
    this.left = seconds * 1000;
    this.round += 1;
  }

  private stop(): void {
    clearTimeout(this.wait);
    clearTimeout(this.run);
    this.run = undefined;
  }

  private update(): void {
    const { turn } = this;
    if (turn && this.heard && turn.mapSettled && !this.arrived) {
      this.arrived = true;
      clearTimeout(this.wait);
    }
    const runs = turn !== null && this.arrived && !turn.held;
    if (runs && this.run === undefined) {
      this.runsSince = performance.now();
      this.run = setTimeout(this.onDue, this.left);
    } else if (!runs && this.run !== undefined) {
      clearTimeout(this.run);
      this.run = undefined;
      this.left = Math.max(0, this.left - (performance.now() - this.runsSince));
    }
    this.tell(turn ? (runs ? 'running' : this.arrived ? 'held' : 'waiting') : 'off');
  }

  private tell(phase: AutoplayPhase): void {
    const now = `${phase} ${this.round}`;
    if (now === this.told) return;
    this.told = now;
    this.onPhase(phase, this.round);
  }
}
