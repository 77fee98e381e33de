"use client";

import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { Age, Instant } from "@/components/ui/time";
import type { UserDto } from "@/lib/domain/auth/user";
import { activeAdmins } from "./people-words";
import { PersonDialog } from "./person-dialog";

/** Everybody with an account. */
export function PeopleTable({ people, ownId }: { people: readonly UserDto[]; ownId: string }) {
  const admins = activeAdmins(people);
  return (
    <Table label="People">
      <thead>
        <tr>
          <HeadCell pinned>Name</HeadCell>
          <HeadCell>E-mail address</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell>Can sign in</HeadCell>
          <HeadCell>Last sign-in</HeadCell>
          <HeadCell>
            <span className="sr-only">Change</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id}>
            <RowHead className="font-medium">
              {person.name}
              {person.id === ownId ? <span className="font-regular text-ink3"> (you)</span> : null}
            </RowHead>
            <Cell>{person.email}</Cell>
            <Cell>{person.role}</Cell>
            <Cell className="whitespace-nowrap">
              {person.disabledAt === null ? (
                "yes"
              ) : (
                <>
                  no, disabled <Instant iso={person.disabledAt} />
                </>
              )}
            </Cell>
            <Cell className="whitespace-nowrap">
              {person.lastSignInAt === null ? (
                <span className="text-ink3">never</span>
              ) : (
                <Age iso={person.lastSignInAt} suffix=" ago" />
              )}
            </Cell>
            <Cell className="text-right">
              <PersonDialog person={person} admins={admins} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
