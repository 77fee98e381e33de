import { NoSuchPage } from "@/components/layout/no-such-page";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-xl p-8">
      <NoSuchPage />
    </main>
  );
}
