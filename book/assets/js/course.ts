/** The course as the daily five and the progress page need it; loaded when one of them is opened. */
export interface CourseQuestion {
  readonly id: string;
  /** The page that asks it: `ch05-activations`. */
  readonly page: string;
  readonly terms: readonly string[];
  readonly html: string;
}
export interface CourseChapter {
  /** `ch05`, or the name of a page without a number. */
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  /** The page, once it is written. */
  readonly page: string | null;
  readonly terms: readonly { readonly id: string; readonly title: string }[];
  readonly exercises: readonly { readonly id: string; readonly title: string }[];
}
export interface Course {
  readonly chapters: readonly CourseChapter[];
  readonly questions: readonly CourseQuestion[];
}

const root = document.documentElement.dataset.root ?? "";

/** Loads `_static/course.js`, a classic script: it also works from file://. */
export function course(): Promise<Course> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${root}_static/course.js`;
    script.onload = () => resolve((globalThis as unknown as { termwiseCourse: Course }).termwiseCourse);
    script.onerror = () => reject(new Error("the questions did not load"));
    document.head.append(script);
  });
}
