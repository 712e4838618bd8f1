using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Duties;

/// <summary>A user with every shipped role that they have, directly and through teams.</summary>
/// <param name="User">Who.</param>
/// <param name="Roles">The roles; one that the user has in several ways is there several times.</param>
public sealed record RoleHolder(Person User, IReadOnlyList<HeldRole> Roles)
{
    /// <summary>The rules that these roles break, in the order of the rules.</summary>
    public IReadOnlyList<RoleRule> Conflicts => [.. RoleRule.All.Where(rule => Has(rule.First) && Has(rule.Second))];

    /// <summary>What is wrong, rule by rule; empty where nothing is.</summary>
    public string Sentence =>
        string.Join(" ", Conflicts.Select(rule => $"{User.Name} has the roles {Told(rule.First)} and {Told(rule.Second)}. {rule.Reason}"));

    /// <summary>Who mends it, and how.</summary>
    public string NextStep =>
        $"Ask a system administrator to remove {(Conflicts.Count > 1 ? "one role of each pair" : "one of the two roles")} from {User.Name}."
        + (Roles.Any(held => held.Team is not null) ? " A role through a team ends with the membership of the team." : "");

    /// <summary>What the controller reads; null where nothing is wrong.</summary>
    public Finding? Finding =>
        Conflicts.Count == 0
            ? null
            : new Finding
            {
                Kind = FindingKind.ConflictingRoles,
                Severity = FindingSeverity.Error,
                Owner = OwnerRole.Controller,
                Sentence = Sentence,
                NextStep = NextStep,
            };

    private bool Has(ShippedRole role) => Roles.Any(held => held.Role == role);

    // Everything that has to be removed: the role is gone only when it is held in none of these ways.
    private string Told(ShippedRole role)
    {
        var held = Roles.Where(one => one.Role == role).OrderBy(one => one.Team is not null).ToList();
        var ways = string.Join(" and ", held.Select(one => one.Way).Distinct());
        return Refusals.Sentence.Quoted(held[0].Name) + (held[0].Name == role.Name ? $" ({ways})" : $" (shipped as {role.Name}, {ways})");
    }
}
