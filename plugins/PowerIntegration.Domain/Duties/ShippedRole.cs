namespace PowerIntegration.Domain.Duties;

/// <summary>A security role as the product ships it.</summary>
/// <param name="Id">Its id. An import keeps it, and a copy of the role in another business unit names it as its root.</param>
/// <param name="Name">Its name, which an administrator may change.</param>
public sealed record ShippedRole(Guid Id, string Name)
{
    /// <summary>Enters mapping, contracts and terms.</summary>
    public static ShippedRole MappingAdministrator { get; } =
        new(new Guid("900c6d70-3e9f-5e2c-a699-0d4f1fd0804d"), "PowerIntegration Mapping Administrator");

    /// <summary>Decides about terms, balances and differences.</summary>
    public static ShippedRole Controller { get; } = new(new Guid("0b0d60fd-6a57-5be0-93bd-12da80abf96b"), "PowerIntegration Controller");

    /// <summary>Links vendors to suppliers.</summary>
    public static ShippedRole VendorMaster { get; } = new(new Guid("11150a86-0b08-59e2-885b-afc0373a304e"), "PowerIntegration Vendor Master");

    /// <summary>Looks after invoices and periods.</summary>
    public static ShippedRole AccountsPayable { get; } = new(new Guid("14c08cf1-8c87-5d1e-80aa-18183ed84f01"), "PowerIntegration Accounts Payable");

    /// <summary>Approves what was entered and prepared.</summary>
    public static ShippedRole Approver { get; } = new(new Guid("142fe63d-90f5-5b99-8c17-6552a3c56609"), "PowerIntegration Approver");

    /// <summary>Reads everything and changes nothing.</summary>
    public static ShippedRole Auditor { get; } = new(new Guid("4f147555-036e-5af8-a705-051077eb6de5"), "PowerIntegration Auditor");

    /// <summary>The application that talks to Procore and Oracle.</summary>
    public static ShippedRole Gateway { get; } = new(new Guid("bad7ea7d-c91b-5b88-a9fa-4571cb8a0051"), "PowerIntegration Gateway");

    /// <summary>The application in whose name flows run.</summary>
    public static ShippedRole FlowConnection { get; } = new(new Guid("25fa3b12-f43c-50db-82d0-8ed291e29ba5"), "PowerIntegration Flow Connection");

    /// <summary>The application in whose name the flows of approvals run.</summary>
    public static ShippedRole ApprovalsConnection { get; } =
        new(new Guid("b5f28bc8-5ae2-593c-8873-cb6f3def8ec7"), "PowerIntegration Approvals Connection");

    /// <summary>The roles of people.</summary>
    public static IReadOnlyList<ShippedRole> OfPeople { get; } = [MappingAdministrator, Controller, VendorMaster, AccountsPayable, Approver, Auditor];

    /// <summary>Every role.</summary>
    public static IReadOnlyList<ShippedRole> All { get; } = [.. OfPeople, Gateway, FlowConnection, ApprovalsConnection];

    /// <summary>
    /// The shipped role that a role of an environment is: by its id or its root's, so that neither another name nor another business unit hides it;
    /// else by its name, for a role that was made by hand.
    /// </summary>
    /// <param name="id">Row id of the role.</param>
    /// <param name="rootId">Row id of the role that it is a copy of; null where the row does not say.</param>
    /// <param name="name">Its name; null where the row does not say.</param>
    /// <returns>Null where it is none of them.</returns>
    public static ShippedRole? Of(Guid id, Guid? rootId, string? name) =>
        All.FirstOrDefault(role => role.Id == rootId)
        ?? All.FirstOrDefault(role => role.Id == id)
        ?? All.FirstOrDefault(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase));
}
