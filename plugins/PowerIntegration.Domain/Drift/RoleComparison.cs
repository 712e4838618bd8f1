using static PowerIntegration.Domain.Refusals.Sentence;

namespace PowerIntegration.Domain.Drift;

/// <summary>Compares what security roles grant with what was released: a privilege more can be a way around a control.</summary>
internal static class RoleComparison
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<SecurityRole> released, IReadOnlyList<SecurityRole> found)
    {
        foreach (var role in released)
        {
            if (found.FirstOrDefault(one => one.Id == role.Id) is not { } now)
            {
                yield return Restored(role, role, "is missing. Who had it cannot do their work.");
                continue;
            }

            foreach (
                var name in role
                    .Privileges.Keys.Union(now.Privileges.Keys, StringComparer.OrdinalIgnoreCase)
                    .OrderBy(name => name, StringComparer.Ordinal)
            )
            {
                if (Change(name, Depth(role, name), Depth(now, name)) is { } change)
                {
                    yield return Restored(role, now, change);
                }
            }
        }
    }

    private static string? Change(string name, PrivilegeDepth released, PrivilegeDepth found) =>
        found == released ? null
        : released == PrivilegeDepth.None ? $"grants {name} for {Reach(found)}; it was released without it."
        : found == PrivilegeDepth.None ? $"does not grant {name}; it was released with it for {Reach(released)}."
        : $"grants {name} for {Reach(found)}; it was released for {Reach(released)}.";

    private static PrivilegeDepth Depth(SecurityRole role, string privilege) =>
        role.Privileges.TryGetValue(privilege, out var depth) ? depth : PrivilegeDepth.None;

    private static string Reach(PrivilegeDepth depth) =>
        depth switch
        {
            PrivilegeDepth.User => "the user's own rows",
            PrivilegeDepth.BusinessUnit => "the business unit",
            PrivilegeDepth.ChildBusinessUnits => "the business unit and those below it",
            PrivilegeDepth.Organization => "the organization",
            _ => $"depth {((int)depth).ToString(CultureInfo.InvariantCulture)}",
        };

    private static Difference Restored(SecurityRole released, SecurityRole found, string what) =>
        new(
            $"Role {Quoted(found.Name)}{(found.Name == released.Name ? "" : $" (shipped as {released.Name})")} {what}",
            "Ask a system administrator to restore the role, or to import the release again. "
                + "Find out who changed it, and check what its users did since."
        );
}
