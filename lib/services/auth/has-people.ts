import { hasUsers } from "@/lib/db/auth-users";
import { queryableOf } from "@/lib/db/transaction";
import { database } from "../app-context";

/** Whether anybody has an account yet. */
export async function hasPeople(): Promise<boolean> {
  return hasUsers(queryableOf(database()));
}
