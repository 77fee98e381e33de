import { NoSuchPage } from "@/components/layout/no-such-page";

/** Inside the shell, so that the way on is in view. */
export default function NotFound() {
  return <NoSuchPage />;
}
