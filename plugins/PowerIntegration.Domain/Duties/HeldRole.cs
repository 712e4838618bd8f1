namespace PowerIntegration.Domain.Duties;

/// <summary>A shipped role that a user has.</summary>
/// <param name="Role">The role as shipped.</param>
/// <param name="Name">Its name in the environment.</param>
/// <param name="Team">The team through which the user has it; null where it was given to the user.</param>
public sealed record HeldRole(ShippedRole Role, string Name, string? Team)
{
    /// <summary>How the user came to it, such as <c>through the team 'Payables'</c>.</summary>
    public string Way => Team is null ? "directly" : $"through the team '{Team}'";
}
