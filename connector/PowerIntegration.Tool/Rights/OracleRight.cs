namespace PowerIntegration.Tool.Rights;

/// <summary>A right that the product's Oracle user must not have.</summary>
/// <param name="Name">What it lets a user do, as a sentence says it.</param>
internal sealed record OracleRight(string Name)
{
    /// <summary>Creating payments and payment runs.</summary>
    public static readonly OracleRight Pay = new("pay");

    /// <summary>Approving invoices, also by force.</summary>
    public static readonly OracleRight ApproveInvoices = new("approve invoices");

    /// <summary>Changing bank accounts, the company's own or a supplier's.</summary>
    public static readonly OracleRight ChangeBanks = new("change bank accounts");

    /// <summary>Giving itself another role.</summary>
    public static readonly OracleRight GrantRoles = new("give itself further roles");

    /// <summary>All of them, in the order of the lines.</summary>
    public static IReadOnlyList<OracleRight> All { get; } = [Pay, ApproveInvoices, ChangeBanks, GrantRoles];
}
