import Link from "next/link";
import { buttonClasses } from "@/components/ui/button-classes";
import { routes } from "@/lib/routes";

/** An address that names nothing. */
export function NoSuchPage() {
  return (
    <div className="max-w-xl">
      <h1 className="text-title">There is no such page</h1>
      <p className="mt-1 text-ink2">
        The address names nothing that Waggle knows. A cluster, a gate or a run may have been removed, or the link is
        from another installation.
      </p>
      <Link href={routes.home()} className={buttonClasses({ className: "mt-4" })}>
        Go to readiness
      </Link>
    </div>
  );
}
