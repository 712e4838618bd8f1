namespace PowerIntegration.Domain.Findings;

/// <summary>Who is to act on a finding. The order is the order of the choice <c>pint_ownerrole</c>.</summary>
public enum OwnerRole
{
    /// <summary>Decides about terms, balances and differences.</summary>
    Controller,

    /// <summary>Looks after invoices, vendors and periods in Oracle.</summary>
    AccountsPayable,

    /// <summary>Looks after applications and their approval in Procore.</summary>
    ProjectManager,

    /// <summary>Looks after the mapping of codes to tasks.</summary>
    MappingAdministrator,

    /// <summary>Looks after connections, the gateway and the flows.</summary>
    IntegrationAdministrator,
}
