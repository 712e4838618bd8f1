namespace PowerIntegration.Domain.Duties;

/// <summary>Two roles that one person must not have, and why.</summary>
/// <param name="First">One role.</param>
/// <param name="Second">The other role.</param>
/// <param name="Reason">Why, as a sentence.</param>
public sealed record RoleRule(ShippedRole First, ShippedRole Second, string Reason)
{
    private const string Approves = "Whoever enters or decides must not approve it.";
    private const string Audits = "Whoever audits must not be able to change or approve anything.";
    private const string Applies = "An application's role is for the application alone.";

    /// <summary>
    /// Every rule. Whatever two roles are not listed here, one person may have. Controller with Mapping Administrator is such a pair: what a mapping
    /// administrator enters, and what a controller requests, needs a second person anyway.
    /// </summary>
    public static IReadOnlyList<RoleRule> All { get; } =
    [
        new(ShippedRole.Approver, ShippedRole.MappingAdministrator, Approves),
        new(ShippedRole.Approver, ShippedRole.Controller, Approves),
        new(ShippedRole.Approver, ShippedRole.VendorMaster, Approves),
        new(ShippedRole.Approver, ShippedRole.AccountsPayable, Approves),
        new(ShippedRole.VendorMaster, ShippedRole.AccountsPayable, "Whoever sets up vendors must not handle their invoices."),
        new(ShippedRole.VendorMaster, ShippedRole.Controller, "Whoever sets up vendors must not decide what they are paid."),
        new(ShippedRole.Controller, ShippedRole.AccountsPayable, "Whoever handles invoices must not decide what is paid."),
        new(ShippedRole.Auditor, ShippedRole.MappingAdministrator, Audits),
        new(ShippedRole.Auditor, ShippedRole.Controller, Audits),
        new(ShippedRole.Auditor, ShippedRole.VendorMaster, Audits),
        new(ShippedRole.Auditor, ShippedRole.AccountsPayable, Audits),
        new(ShippedRole.Auditor, ShippedRole.Approver, Audits),
        .. ShippedRole.OfPeople.Select(role => new RoleRule(ShippedRole.Gateway, role, Applies)),
        .. ShippedRole.OfPeople.Select(role => new RoleRule(ShippedRole.FlowConnection, role, Applies)),
        .. ShippedRole.OfPeople.Select(role => new RoleRule(ShippedRole.ApprovalsConnection, role, Applies)),
        new(ShippedRole.Gateway, ShippedRole.ApprovalsConnection, "What asks for approvals and what the gateway sends must be two applications."),
        new(ShippedRole.Gateway, ShippedRole.FlowConnection, "What a flow starts and what the gateway sends must be two applications."),
    ];
}
