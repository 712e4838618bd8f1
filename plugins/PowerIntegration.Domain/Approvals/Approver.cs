using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Approvals;

/// <summary>A user who may be asked to approve.</summary>
/// <param name="User">Who it is.</param>
/// <param name="Address">Sign-in address, to which Microsoft Approvals sends the request; null where the user has none.</param>
/// <param name="IsEnabled">False where the user was switched off, because the person left.</param>
public sealed record Approver(Person User, string? Address, bool IsEnabled)
{
    /// <summary>
    /// True where the source system's person is this user. Only names and addresses can be compared; a second look costs less than a payment that its
    /// own requester approved.
    /// </summary>
    public bool IsSame(SourcePerson person) => new SourcePerson(null, User.Name).IsSame(person) || new SourcePerson(null, Address).IsSame(person);
}
